<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation>마이넘버 카드
절차</translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation>화면 안내에 따라 하나씩 진행합니다.
모르는 것이 있으면 언제든지 직원을 불러 주세요.</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>カードを読み取り機に置いても、始まります。</source>
        <translation>카드를 리더기에 올려놓아도 시작됩니다.</translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation>마이넘버 카드(マイナンバーカード)</translation>
    </message>
    <message>
        <source>%1に確認しました</source>
        <extracomment>Languages in a row: two rows of six where there is room, else as many as fit; all rows are full. From this factor of the letters on the languages have no room below the rest; they scroll with it.</extracomment>
        <translation>%1에 확인했습니다</translation>
    </message>
    <message>
        <source>前の方の情報は残っていません</source>
        <translation>앞 분의 정보는 남아 있지 않습니다</translation>
    </message>
    <message>
        <source>ご用意いただくもの</source>
        <translation>준비해 주세요</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号（利用者証明用）</source>
        <translation>이용자 증명용 비밀번호(숫자 4자리)</translation>
    </message>
    <message>
        <source>ただいま、申込みサイトにつながりません。
この表示が消えるまでお待ちになるか、職員にお声がけください。</source>
        <translation>지금 신청 사이트에 연결할 수 없습니다.
잠시 기다려 주세요. 직원에게 문의하셔도 됩니다.</translation>
    </message>
    <message>
        <source>カードを読み取り機に差し込んでも、始まります。</source>
        <translation>카드를 리더기에 넣어도 시작됩니다.</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きは、できていません</source>
        <translation>절차가 완료되지 않았습니다</translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation>화면의 설명을 읽고, 모르는 것이 있으면 직원을 불러 주세요.</translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation>아직 결과를 알 수 없습니다</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation>다시 신청하지 말고 직원을 불러 주세요.</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. Kind of card, drawing and colour of each result: no result is distinguished by colour alone.</extracomment>
        <translation>이 화면은 %1초 후에 닫힙니다</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>절차가 완료되었습니다</translation>
    </message>
    <message>
        <source>「終わる」を押してから、カードをお取りください。</source>
        <translation>&apos;종료&apos;를 누른 다음 카드를 가져가 주세요.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>조금 더 보기</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>最後の確認です。
もう一度、暗証番号を
入力してください</source>
        <translation>마지막 확인입니다.
비밀번호를 다시
입력해 주세요</translation>
    </message>
    <message>
        <source>カードは、そのままにしてください。</source>
        <translation>카드는 그대로 두어 주세요.</translation>
    </message>
    <message>
        <source>ほかの方の申込みと取り違えないために確かめています。</source>
        <translation>다른 분의 신청과 혼동되지 않도록 확인합니다.</translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みと取り違えないために確かめています。
3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>다른 분의 신청과 혼동되지 않도록 확인합니다.
3번 틀리면 사용할 수 없게 됩니다(남은 횟수 %n번).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>これを選ぶ</source>
        <extracomment>So many procedures stand side by side as equal cards; more, or large letters, in rows. Drawing of a procedure that applies for something, and of one that only shows something.</extracomment>
        <translation>이것을 선택</translation>
    </message>
    <message>
        <source>どの手続きをしますか？</source>
        <translation>어떤 업무를 진행하시겠습니까?</translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation>하나를 골라 눌러 주세요.</translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation>비밀번호 4자리를
입력해 주세요</translation>
    </message>
    <message>
        <source>利用者証明用の番号です。
コンビニで証明書をとるときと同じ番号です。</source>
        <translation>이용자 증명용 비밀번호입니다.
증명서를 받을 때와 같은 번호입니다.</translation>
    </message>
    <message>
        <source>お子さまのカードの、利用者証明用の番号です。</source>
        <translation>자녀 카드의 이용자 증명용 비밀번호입니다.</translation>
    </message>
</context>
<context>
    <name>ExtendScreen</name>
    <message>
        <source>続けるには、
暗証番号を
入力してください</source>
        <translation>계속하려면
비밀번호를
입력하세요</translation>
    </message>
    <message>
        <source>しばらく操作がありませんでした。
ご本人かどうかを確かめます。</source>
        <translation>한동안 조작이 없었습니다.
본인인지 확인합니다.</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation>카드 놓기</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>시간이 지났습니다. 아직 신청되지 않았습니다. 신청하려면 &apos;신청&apos;(申し込む)을 다시 눌러 주세요.</translation>
    </message>
    <message>
        <source>まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>아직 신청되지 않았습니다. 신청하려면 &apos;신청&apos;(申し込む)을 다시 눌러 주세요.</translation>
    </message>
    <message>
        <source>この先のページは日本語です。押すところを、ここでお知らせします。</source>
        <translation>다음 화면은 일본어입니다. 누를 곳을 여기에서 알려 드립니다.</translation>
    </message>
    <message>
        <source>分からないときは、「職員を呼ぶ」を押してください。</source>
        <translation>잘 모르시면 「직원 부르기」를 누르세요.</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>お手続き</source>
        <translation>절차</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>완료</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>やめる</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>돌아가기</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>端末</source>
        <extracomment>What is left out, one after the other, until the rest has room: the words on two buttons, then the window&apos;s name. The place over the buttons.</extracomment>
        <translation>단말기</translation>
    </message>
    <message>
        <source>文字の大きさと色</source>
        <translation>글자 크기와 색</translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation>언어 선택 Language</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>직원 부르기</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>글자 크기</translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. The event that 続ける posts.</extracomment>
        <translation>초</translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation>
            <numerusform>%n초 후에 입력한 내용이 지워집니다</numerusform>
        </translation>
    </message>
    <message>
        <source>続けますか？</source>
        <translation>계속하시겠습니까?</translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation>이대로 두면 입력한 내용이 모두 지워지고
처음 화면으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation>이용 표시:</translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation>본인의 카드입니까?</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>すべて消す</source>
        <extracomment>Row and column of each of the ten digits: telephone order, 0 in the middle of the last row. What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same. A digit was typed; digits were erased. Neither carries a digit.</extracomment>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>1つ消す</source>
        <translation>1자 지우기</translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>やめて、職員に相談する</source>
        <translation>멈추고 직원과 상담하기</translation>
    </message>
    <message>
        <source>番号が分かるので、続ける</source>
        <translation>번호를 알고 있으므로 계속하기</translation>
    </message>
    <message>
        <source>暗証番号が
ちがいました</source>
        <translation>비밀번호가
틀렸습니다</translation>
    </message>
    <message>
        <source>暗証番号を入力できるのは、
あと1回です</source>
        <translation>비밀번호는 앞으로
1번만 입력할 수 있습니다</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号に自信がないときは、ここでやめて、職員にご相談ください。</source>
        <translation>한 번 더 틀리면 이 카드의 비밀번호를 쓸 수 없게 됩니다.
번호가 확실하지 않으면 여기서 그만두고 직원에게 문의해 주세요.</translation>
    </message>
</context>
<context>
    <name>LimitWarningScreen</name>
    <message>
        <source>まもなく終わります</source>
        <translation>곧 끝납니다</translation>
    </message>
    <message>
        <source>使える時間は、あと少しです。のばせません。
時間になると、入力した内容はすべて消えます。</source>
        <translation>사용 시간이 얼마 남지 않았습니다. 연장할 수 없습니다.
시간이 되면 입력한 내용이 모두 지워집니다.</translation>
    </message>
    <message>
        <source>それまで続ける</source>
        <translation>남은 시간 동안 계속</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>標準</source>
        <translation>표준</translation>
    </message>
    <message>
        <source>大きい</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>とても大きい</source>
        <translation>아주 크게</translation>
    </message>
    <message>
        <source>はっきり</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>黒地に白</source>
        <translation>다크 모드</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>画面の色</source>
        <translation>화면 색</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation>%1자리 중 %2자리 입력</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation>확인하고 있습니다. 카드를 움직이지 말고 기다려 주세요.</translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation>비밀번호는 이 단말기에 남지 않습니다.</translation>
    </message>
    <message>
        <source>数字の並びを変える</source>
        <extracomment>Whether it asks to cover the keys with the other hand.</extracomment>
        <translation>숫자 순서 바꾸기</translation>
    </message>
    <message>
        <source>手でかくして、
押してください</source>
        <translation>다른 사람이 볼 수 없게
가리고 눌러 주세요</translation>
    </message>
    <message>
        <source>番号は画面に出ません。</source>
        <translation>번호는 화면에 표시되지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>비밀번호가 다릅니다. 3번 틀리면 사용할 수 없게 됩니다(남은 횟수 %n번).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>3번 틀리면 사용할 수 없게 됩니다(남은 횟수 %n번).</numerusform>
        </translation>
    </message>
    <message>
        <source>この番号でよい</source>
        <translation>이 번호가 맞습니다</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。</source>
        <translation>한 번 더 틀리면 이 카드의 비밀번호를 쓸 수 없게 됩니다.
번호를 확인하고 ‘이 번호가 맞습니다’를 눌러 주세요. 누르기 전에는 아무 일도 일어나지 않습니다.</translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
確かめています</source>
        <translation>카드를
확인하고 있습니다</translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation>카드를 움직이지 말고 기다려 주세요.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>문의 번호 %1</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>자녀의 마이넘버 카드를
리더기 위에
올려 주세요</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>마이넘버 카드를
리더기 위에
올려 주세요</translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにしてください。
途中でカードを取ると、はじめからやり直しになります。</source>
        <translation>절차가 끝날 때까지 그대로 두세요.
도중에 카드를 치우면 처음부터 다시 해야 합니다.</translation>
    </message>
    <message>
        <source>保護者の方のカードは、使わないでください。</source>
        <translation>보호자의 카드는 올리지 마세요.</translation>
    </message>
    <message>
        <source>顔写真のある面を上にして、1枚だけ置きます。</source>
        <translation>사진이 있는 면을 위로 하여 한 장만 올려 주세요.</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>자녀의 마이넘버 카드를
리더기 안으로
넣어 주세요</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>마이넘버 카드를
리더기 안으로
넣어 주세요</translation>
    </message>
    <message>
        <source>ICチップのある面を上にして、チップの側から差し込みます。</source>
        <translation>금색 칩이 있는 면을 위로 하여 칩 쪽부터 넣어 주세요.</translation>
    </message>
    <message>
        <source>手続きが終わるまで、差し込んだままにしてください。
途中でカードを抜くと、はじめからやり直しになります。</source>
        <translation>절차가 끝날 때까지 그대로 두세요.
도중에 카드를 빼면 처음부터 다시 해야 합니다.</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation>준비해 주세요</translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation>준비되었습니다</translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation>네, 갱신했습니다</translation>
    </message>
    <message>
        <source>お子さまのカードと、お子さまの暗証番号を使います。</source>
        <translation>아이의 카드와 아이의 비밀번호를 사용합니다.</translation>
    </message>
    <message>
        <source>子どもの申込みをする（代理）</source>
        <translation>아이의 신청을 하기(대리)</translation>
    </message>
    <message>
        <source>自分の申込みにもどる</source>
        <translation>본인의 신청으로 돌아가기</translation>
    </message>
    <message>
        <source>今日、市役所でマイナンバーカードの「更新」をしましたか？
（電子証明書の更新）</source>
        <translation>오늘 시청에서 마이넘버 카드를 ‘갱신’하셨습니까?
(전자증명서 갱신)</translation>
    </message>
    <message>
        <source>分からない</source>
        <translation>모르겠습니다</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>もう一度</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <extracomment>The place after a full stop of any script, with the space there. First letter of the failure&apos;s code -&gt; its icon; for all others &quot;info&quot;.</extracomment>
        <translation>문의 번호 %1</translation>
    </message>
    <message>
        <source>窓口：%1&#x3000;%2</source>
        <translation>창구: %1 %2</translation>
    </message>
    <message>
        <source>書類：%1</source>
        <translation>서류: %1</translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message>
        <source>手続きをどうしますか？</source>
        <translation>선택해 주세요</translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation>신청 결과를 아직 알 수 없습니다.
이대로 마쳐도 되는지 직원에게 물어보세요.</translation>
    </message>
    <message>
        <source>手続きを続ける</source>
        <translation>절차 계속하기</translation>
    </message>
    <message>
        <source>手続きをやめる</source>
        <translation>절차 그만두기</translation>
    </message>
    <message>
        <source>入力した内容を消して、終わります。</source>
        <translation>입력한 내용을 지우고 종료합니다.</translation>
    </message>
    <message>
        <source>次の方に交代する</source>
        <translation>다음 분으로 바꾸기</translation>
    </message>
    <message>
        <source>入力した内容を消して、次の方が始めます。</source>
        <translation>입력한 내용을 지우고 다음 분이 시작합니다.</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>직원 부르기</translation>
    </message>
    <message>
        <source>入力した内容は、そのまま残ります。</source>
        <translation>입력한 내용은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>그만두기</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>上に続きがあります</source>
        <extracomment>Least width for two parts side by side, and greatest height of a screen&apos;s content, in body letters. Of the height that is left over in a tall window, the part above the content: an eighth. Of the visible height, the part by which one press scrolls, so that the last line is the next first one.</extracomment>
        <translation>상단에 내용이 더 있습니다</translation>
    </message>
    <message>
        <source>下に続きがあります</source>
        <translation>하단에 내용이 더 있습니다</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>しるし：</source>
        <translation>이용 표시: </translation>
    </message>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation>전체 %1단계 중 %2단계: %3</translation>
    </message>
</context>
<context>
    <name>StaffCalledScreen</name>
    <message>
        <source>端末</source>
        <translation>단말기</translation>
    </message>
    <message>
        <source>職員が
参ります</source>
        <translation>직원이
갑니다</translation>
    </message>
    <message>
        <source>このまま、お待ちください。</source>
        <translation>이대로 기다려 주세요.</translation>
    </message>
    <message>
        <source>カードはそのままで大丈夫です。内容はかくしてあります。</source>
        <translation>카드는 그대로 두셔도 됩니다. 입력한 내용은 보이지 않습니다.</translation>
    </message>
    <message>
        <source>戻るには、ご自分のカードが読み取り機に必要です。</source>
        <translation>돌아가려면 본인의 카드를 놓고 눌러 주세요.</translation>
    </message>
    <message>
        <source>あと約%1分は、このままお待ちになれます</source>
        <translation>앞으로 약 %1분 동안 기다리실 수 있습니다</translation>
    </message>
    <message>
        <source>お知らせを読む</source>
        <translation>안내 읽기</translation>
    </message>
    <message>
        <source>手続きに戻る</source>
        <translation>절차로 돌아가기</translation>
    </message>
</context>
<context>
    <name>TooSmall</name>
    <message>
        <source>画面が小さいため、表示できません。
職員をお呼びください。</source>
        <translation>화면이 작아서 표시할 수 없습니다.
직원을 불러 주세요.</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <extracomment>The Japanese word, shown in every language. Kept: the curtain takes a person&apos;s letters for a while, and the tab does not.</extracomment>
        <translation>교육용</translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation>준비하고 있습니다</translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>잠시 기다려 주세요.</translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation>카드를
확인하고 있습니다</translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation>고객님의 정보를
지우고 있습니다</translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation>카드를
가져가 주세요</translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation>직원을 불러 주세요.</translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation>이 단말기는
사용이 중지되었습니다</translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation>지금은
사용할 수 없습니다</translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation>고객님의 정보를 지우고 있습니다</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>직원에게</translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation>단말기 %1</translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation>%1(필요 없음)</translation>
    </message>
    <message>
        <source>%1（失敗）</source>
        <translation>%1(실패)</translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation>연락처&#x3000;%1</translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation>연결된 카드 리더기</translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation>연결된 카드 리더기가 없습니다</translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (text while it is to do, text when it is done).</extracomment>
        <translation>화면 가리기</translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation>화면을 가렸습니다</translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation>사이트에서 로그아웃하기</translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation>사이트에서 로그아웃했습니다</translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation>복사한 내용 지우기</translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation>복사한 내용을 지웠습니다</translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation>인쇄 예약 취소하기</translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation>인쇄 예약을 취소했습니다</translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>End reason -&gt; its sentence, where the customer did not end the session.</extracomment>
        <translation>한동안 조작이 없어서 종료했습니다.</translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation>이용 시간이 지나서 종료했습니다.</translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation>카드가 인식되지 않아 종료했습니다.</translation>
    </message>
    <message>
        <source>ちがうカードに替わったので、終わりました。</source>
        <translation>다른 카드가 놓여서 종료했습니다.</translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation>카드 리더기가 빠져서 종료했습니다.</translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation>화면이 멈춰서 종료했습니다.</translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation>사이트에 연결되지 않아서 종료했습니다.</translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation>신청 결과를 알 수 없습니다. 다시 신청하지 말고 직원과 함께 신청 상황을 확인해 주세요.</translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation>다른 분의 정보가 보였을 수 있습니다. 그대로 직원을 불러 주세요.</translation>
    </message>
    <message>
        <source>この端末に不具合があったので、終わりました。</source>
        <translation>이 단말기를 사용할 수 없어서 종료했습니다.</translation>
    </message>
    <message>
        <source>画面のつなぎ方が変わったので、終わりました。</source>
        <translation>화면 연결이 달라져서 종료했습니다.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>문의 번호 %1</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了する</source>
        <translation>절차 프로그램을 종료하기</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了しました</source>
        <translation>절차 프로그램을 종료했습니다</translation>
    </message>
    <message>
        <source>カードとの通信を終える</source>
        <translation>카드와의 통신을 끝내기</translation>
    </message>
    <message>
        <source>カードとの通信を終えました</source>
        <translation>카드와의 통신을 끝냈습니다</translation>
    </message>
    <message>
        <source>一時的な記録を消す</source>
        <translation>임시 기록을 지우기</translation>
    </message>
    <message>
        <source>一時的な記録を消しました</source>
        <translation>임시 기록을 지웠습니다</translation>
    </message>
    <message>
        <source>ありがとうございました</source>
        <translation>감사합니다</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>절차가 완료되었습니다</translation>
    </message>
    <message>
        <source>お手続きは、できていません</source>
        <translation>절차가 완료되지 않았습니다</translation>
    </message>
    <message>
        <source>お手続きの結果は、まだ分かりません</source>
        <translation>결과를 아직 알 수 없습니다</translation>
    </message>
    <message>
        <source>分からないことは、下の窓口でお尋ねください。</source>
        <translation>궁금한 점은 아래 창구에 문의하세요.</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員にお尋ねください。</source>
        <translation>다시 신청하지 말고 직원에게 문의하세요.</translation>
    </message>
    <message>
        <source>窓口でご案内します</source>
        <translation>창구에서 안내해 드립니다</translation>
    </message>
    <message>
        <source>職員にお声がけください</source>
        <translation>직원에게 말씀해 주세요</translation>
    </message>
    <message>
        <source>またお越しください</source>
        <translation>다시 방문해 주세요</translation>
    </message>
    <message>
        <source>情報を消しました</source>
        <translation>정보를 삭제했습니다</translation>
    </message>
    <message>
        <source>内容</source>
        <extracomment>Labels of the facts.</extracomment>
        <translation>내용</translation>
    </message>
    <message>
        <source>確定日</source>
        <translation>확정일</translation>
    </message>
    <message>
        <source>確かめ方</source>
        <translation>확인 방법</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>これから</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>案内先</source>
        <translation>안내 창구</translation>
    </message>
    <message>
        <source>来られる日</source>
        <translation>방문일</translation>
    </message>
    <message>
        <source>持ち物</source>
        <translation>준비물</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>%1（音声案内 %2番）</source>
        <translation>%1 (음성 안내 %2번)</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>문의 번호</translation>
    </message>
    <message>
        <source>いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。</source>
        <translation>언제든지 처음부터 다시 할 수 있습니다. 입력한 내용은 남아 있지 않습니다.</translation>
    </message>
    <message>
        <source>%1から手続きできます。</source>
        <translation>%1부터 할 수 있습니다.</translation>
    </message>
    <message>
        <source>市民課の窓口</source>
        <translation>시민과 창구(市民課)</translation>
    </message>
    <message>
        <source>お忘れ物はございませんか</source>
        <translation>두고 가시는 물건은 없으신가요?</translation>
    </message>
    <message>
        <source>消去の控え</source>
        <translation>삭제 확인</translation>
    </message>
    <message>
        <source>お客さまの情報は、この端末に残っていません。</source>
        <translation>고객님의 정보는 이 단말기에 남아 있지 않습니다.</translation>
    </message>
    <message>
        <source>%1に確かめました。</source>
        <translation>%1에 확인했습니다.</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます。</source>
        <translation>이 화면은 %1초 후에 닫힙니다.</translation>
    </message>
    <message>
        <source>職員が確認するまで、この画面のままです。</source>
        <translation>직원이 확인할 때까지 이 화면이 유지됩니다.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>조금 더 보기</translation>
    </message>
    <message>
        <source>分かりました</source>
        <translation>알겠습니다</translation>
    </message>
    <message>
        <source>職員が確認しました</source>
        <translation>직원이 확인했습니다</translation>
    </message>
    <message>
        <source>この端末では、手続きを続けられませんでした。</source>
        <translation>이 단말기에서는 절차를 계속할 수 없었습니다.</translation>
    </message>
    <message>
        <source>安全に接続できないため、終了しました。</source>
        <translation>사이트의 안전을 확인할 수 없어 종료했습니다.</translation>
    </message>
    <message>
        <source>職員が手続きを終了しました。</source>
        <translation>직원이 절차를 종료했습니다.</translation>
    </message>
    <message>
        <source>サイトで手続きを進められないため、終了しました。</source>
        <translation>사이트에서 절차를 진행할 수 없어 종료했습니다.</translation>
    </message>
    <message>
        <source>カードが
離れました</source>
        <translation>카드가
인식되지 않습니다</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度置いてください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>같은 카드를 바로 다시 올려 주세요.
시간이 지나면 입력한 내용이 삭제됩니다.</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度差し込んでください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>같은 카드를 바로 다시 넣어 주세요.
시간이 지나면 입력한 내용이 삭제됩니다.</translation>
    </message>
    <message>
        <source>ただいま
休止中です</source>
        <translation>지금은
사용할 수 없습니다</translation>
    </message>
    <message>
        <source>本日の受付は
終了しました</source>
        <translation>오늘은
끝났습니다</translation>
    </message>
    <message>
        <source>%1に再開する予定です</source>
        <translation>%1에 다시 시작합니다</translation>
    </message>
    <message>
        <source>お急ぎの方は、%1へお越しください。</source>
        <translation>급하신 분은 %1(으)로 가 주세요.</translation>
    </message>
    <message>
        <source>お電話でのお問い合わせ&#x3000;%1&#x3000;%2</source>
        <translation>전화 문의 %1 %2</translation>
    </message>
    <message>
        <source>控えを印刷する</source>
        <translation>안내문 인쇄하기</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>인쇄 중입니다</translation>
    </message>
    <message>
        <source>印刷しました</source>
        <translation>인쇄했습니다</translation>
    </message>
    <message>
        <source>印刷できませんでした。職員にお声がけください。</source>
        <translation>인쇄하지 못했습니다. 직원에게 말씀해 주세요.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation>우산</translation>
    </message>
    <message>
        <source>りんご</source>
        <translation>사과</translation>
    </message>
    <message>
        <source>さかな</source>
        <translation>물고기</translation>
    </message>
    <message>
        <source>すず</source>
        <translation>방울</translation>
    </message>
    <message>
        <source>ほし</source>
        <translation>별</translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation>나뭇잎</translation>
    </message>
    <message>
        <source>ふね</source>
        <translation>배</translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation>열쇠</translation>
    </message>
    <message>
        <source>コップ</source>
        <translation>컵</translation>
    </message>
    <message>
        <source>つき</source>
        <translation>달</translation>
    </message>
    <message>
        <source>き</source>
        <translation>나무</translation>
    </message>
    <message>
        <source>とり</source>
        <translation>새</translation>
    </message>
    <message>
        <source>はな</source>
        <translation>꽃</translation>
    </message>
    <message>
        <source>いえ</source>
        <translation>집</translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation>모자</translation>
    </message>
    <message>
        <source>ほん</source>
        <translation>책</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>%1時%2分%3秒</source>
        <extracomment>The second language of sentences shown in two languages, when the chosen one is Japanese. The bytes of the loaded .qm files: a translator reads them as long as it exists.</extracomment>
        <translation>%1시 %2분 %3초</translation>
    </message>
    <message>
        <source>%1時%2分</source>
        <extracomment>A time of day to the minute.</extracomment>
        <translation>%1시 %2분</translation>
    </message>
</context>
</TS>
