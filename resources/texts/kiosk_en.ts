<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>端末%2：%1に消去を確認しました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1に消去を確認しました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前の方の情報は消えています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>始める</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>お持ちですか</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>利用者証明用の暗証番号（4けた）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きができました</source>
        <extracomment>Look, drawing and colour of each result: never told by the colour alone.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>終わったら、カードをお取りください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手続きは、できていません</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>終わる</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>申込みを決める前に、
もう一度ご本人を
確かめます</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードはそのままで、暗証番号を
もう一度入力してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ほかの方の申込みにならないための確認です。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みにならないための確認です。
あと %n 回まで入力できます。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>どの手続きをしますか？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeDots</name>
    <message numerus="yes">
        <source>%n けた入力しました</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmEndScreen</name>
    <message>
        <source>次の方に代わりますか？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今日はやめますか？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手続きを終わりますか？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>この方の情報をすべて消して、
はじめの画面に戻ります。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>終わる手続きのしるし：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>終わって消す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>もどる</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>利用者証明用の暗証番号です。
職員の画面には映りません。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>確認できました。もう一度『申し込む』を押してください。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>今日はやめる</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>次の方へ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>端末</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>A screen reader hears the count-down this often, in seconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>つづけますか？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>つづける</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>終わる</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>全部消す</source>
        <extracomment>Place of each of the ten digits in the grid: telephone order, 0 in the middle of the last row. Something was typed or erased; says nothing about what.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1字消す</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>あと1回まちがえると、
カードがロックされます</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ロックされると、この手続きは今日できません。
暗証番号があいまいなときは、ここでやめて、職員にご相談ください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>やめて、職員に相談する</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>番号が分かるので、つづける</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>数字をならべかえる</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。あと %n 回まで入力できます。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>あと %n 回まで入力できます。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
カードリーダーに
置いてください</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにします。
カードを取ると、すぐに画面が消えます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今日、カードの電子証明書を新しくしましたか？</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>番号 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>もう一度ためす</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>終わる</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffCalledScreen</name>
    <message>
        <source>職員に
声をかけてください</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入力した内容は、この画面でかくしています。
カードは置いたままで、だいじょうぶです。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手続きにもどる</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffUnlock</name>
    <message>
        <source>職員コードを入力する</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>職員コード</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>コードがちがいます。%1秒たってから、もう一度入力してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再開する</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードがはずれました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1秒以内に戻さないと、入力した内容が消えます。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードを確かめています。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>情報を
消しました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>お客さまの情報を消しました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>端末 %1&#x3000;%2&#x3000;消去の記録 No. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：できませんでした</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードをお取りください</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>番号 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (what is to do, that it is done).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>プログラムを終わらせる</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>プログラムを終わらせました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードの電源を切る</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードの電源を切りました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存した場所を消す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存した場所を消しました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>Why the session ended, where the person did not end it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ちがうカードが置かれたので、終わりました。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>このカードは、ここでは使えませんでした。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>サイトの安全を確かめられないので、終わりました。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>職員が終わらせました。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>りんご</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>さかな</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>すず</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ほし</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ふね</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>コップ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>つき</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>き</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>とり</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>はな</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>いえ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ほん</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>ご本人と確かめました。もう一度『申し込む』を押してください。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>準備</source>
        <extracomment>The second language of sentences that are shown in two, when the chosen one is Japanese.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>%1時%2分%3秒</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
