<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation>Procedures with
your My Number Card</translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation>This screen guides you step by step.
If you need help, call staff at any time.</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>カードを読み取り機に置いても、始まります。</source>
        <translation>Placing your card on the reader also starts it.</translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation>My Number Card</translation>
    </message>
    <message>
        <source>%1に確認しました</source>
        <extracomment>Languages in a row: two rows of six where there is room, else as many as fit; all rows are full. From this factor of the letters on the languages have no room below the rest; they scroll with it.</extracomment>
        <translation>Confirmed at %1</translation>
    </message>
    <message>
        <source>前の方の情報は残っていません</source>
        <translation>No data of the last person is left</translation>
    </message>
    <message>
        <source>ご用意いただくもの</source>
        <translation>What you need</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号（利用者証明用）</source>
        <translation>4-digit PIN (for user authentication)</translation>
    </message>
    <message>
        <source>ただいま、申込みサイトにつながりません。
この表示が消えるまでお待ちになるか、職員にお声がけください。</source>
        <translation>The application site cannot be reached at the moment.
Please wait until this message disappears, or ask a staff member.</translation>
    </message>
    <message>
        <source>カードを読み取り機に差し込んでも、始まります。</source>
        <translation>Inserting your card into the reader also starts it.</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きは、できていません</source>
        <translation>The procedure is not complete</translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation>Read the page. If anything is unclear, call staff.</translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation>The result is not known yet</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation>Do not apply again. Call staff.</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. Kind of card, drawing and colour of each result: no result is distinguished by colour alone.</extracomment>
        <translation>This screen closes in %1 seconds</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Your procedure is complete</translation>
    </message>
    <message>
        <source>「終わる」を押してから、カードをお取りください。</source>
        <translation>Press “Finish”, then take your card.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Look a little longer</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>最後の確認です。
もう一度、暗証番号を
入力してください</source>
        <translation>Last check:
please enter your
PIN once more</translation>
    </message>
    <message>
        <source>カードは、そのままにしてください。</source>
        <translation>Leave your card where it is.</translation>
    </message>
    <message>
        <source>ほかの方の申込みと取り違えないために確かめています。</source>
        <translation>This is to be sure that it is not mixed up with another person.</translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みと取り違えないために確かめています。
3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>This is to be sure that it is not mixed up with another person.
%n try left before the PIN can no longer be used.</numerusform>
            <numerusform>This is to be sure that it is not mixed up with another person.
%n tries left before the PIN can no longer be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>これを選ぶ</source>
        <extracomment>So many procedures stand side by side as equal cards; more, or large letters, in rows. Drawing of a procedure that applies for something, and of one that only shows something.</extracomment>
        <translation>Choose this</translation>
    </message>
    <message>
        <source>どの手続きをしますか？</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation>Choose one.</translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation>Enter your
4-digit PIN</translation>
    </message>
    <message>
        <source>利用者証明用の番号です。
コンビニで証明書をとるときと同じ番号です。</source>
        <translation>Your PIN for user authentication: the one you use
for certificates at convenience stores.</translation>
    </message>
    <message>
        <source>お子さまのカードの、利用者証明用の番号です。</source>
        <translation>The PIN for user authentication of your child&apos;s card.</translation>
    </message>
</context>
<context>
    <name>ExtendScreen</name>
    <message>
        <source>続けるには、
暗証番号を
入力してください</source>
        <translation>To continue,
please enter
your PIN</translation>
    </message>
    <message>
        <source>しばらく操作がありませんでした。
ご本人かどうかを確かめます。</source>
        <translation>Nothing was touched for a while.
We check that it is still you.</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation>Get ready</translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation>Place your card</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation>Second check</translation>
    </message>
    <message>
        <source>時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>The time for this check is over. You have not applied yet – to apply, press 申し込む (Apply) again.</translation>
    </message>
    <message>
        <source>まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>You have not applied yet – to apply, press 申し込む (Apply) again.</translation>
    </message>
    <message>
        <source>この先のページは日本語です。押すところを、ここでお知らせします。</source>
        <translation>The next pages are in Japanese. Here you will read what to press.</translation>
    </message>
    <message>
        <source>分からないときは、「職員を呼ぶ」を押してください。</source>
        <translation>If you are not sure, press Call staff.</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>お手続き</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>やめる</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>端末</source>
        <extracomment>What is left out, one after the other, until the rest has room: the words on two buttons, then the window&apos;s name. The place over the buttons.</extracomment>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>文字の大きさと色</source>
        <translation>Text size and colours</translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation>Choose a language</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Size of letters</translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. The event that 続ける posts.</extracomment>
        <translation>seconds</translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation>
            <numerusform>What you entered is erased in %n second</numerusform>
            <numerusform>What you entered is erased in %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>続けますか？</source>
        <translation>Do you want to continue?</translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation>If you do nothing, all you entered
is erased and you return to the first screen.</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation>Your symbol:</translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation>Is it your card?</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>すべて消す</source>
        <extracomment>Row and column of each of the ten digits: telephone order, 0 in the middle of the last row. What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same. A digit was typed; digits were erased. Neither carries a digit.</extracomment>
        <translation>Clear</translation>
    </message>
    <message>
        <source>1つ消す</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>やめて、職員に相談する</source>
        <translation>Stop and talk to staff</translation>
    </message>
    <message>
        <source>番号が分かるので、続ける</source>
        <translation>I know my PIN, continue</translation>
    </message>
    <message>
        <source>暗証番号が
ちがいました</source>
        <translation>The PIN
was wrong</translation>
    </message>
    <message>
        <source>暗証番号を入力できるのは、
あと1回です</source>
        <translation>You can enter the PIN
one more time</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号に自信がないときは、ここでやめて、職員にご相談ください。</source>
        <translation>If it is wrong once more, the PIN of this card can no longer be used.
If you are not sure of the number, stop here and ask a staff member.</translation>
    </message>
</context>
<context>
    <name>LimitWarningScreen</name>
    <message>
        <source>まもなく終わります</source>
        <translation>This ends soon</translation>
    </message>
    <message>
        <source>使える時間は、あと少しです。のばせません。
時間になると、入力した内容はすべて消えます。</source>
        <translation>Little time is left. It cannot be extended.
At the end, all you entered is deleted.</translation>
    </message>
    <message>
        <source>それまで続ける</source>
        <translation>Go on with the time left</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>標準</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>大きい</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>とても大きい</source>
        <translation>Very large</translation>
    </message>
    <message>
        <source>はっきり</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>黒地に白</source>
        <translation>White on black</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Size of letters</translation>
    </message>
    <message>
        <source>画面の色</source>
        <translation>Colours</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation>%2 of %1 digits entered</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation>Checking. Please wait and do not move your card.</translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation>Your PIN is not kept on this terminal.</translation>
    </message>
    <message>
        <source>数字の並びを変える</source>
        <extracomment>Whether it asks to cover the keys with the other hand.</extracomment>
        <translation>Shuffle the digits</translation>
    </message>
    <message>
        <source>手でかくして、
押してください</source>
        <translation>Cover the keys
with your hand</translation>
    </message>
    <message>
        <source>番号は画面に出ません。</source>
        <translation>The digits are not shown.</translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>The PIN is wrong. %n try left before the PIN can no longer be used.</numerusform>
            <numerusform>The PIN is wrong. %n tries left before the PIN can no longer be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>%n try left before the PIN can no longer be used.</numerusform>
            <numerusform>%n tries left before the PIN can no longer be used.</numerusform>
        </translation>
    </message>
    <message>
        <source>この番号でよい</source>
        <translation>This number is right</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。</source>
        <translation>If it is wrong once more, the PIN of this card can no longer be used.
Make sure of the number, then press “This number is right”. Nothing happens before you press it.</translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
確かめています</source>
        <translation>Checking
your card</translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation>Please wait and do not move your card.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Reference code %1</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Place your child&apos;s My Number Card
on top of the reader</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Place your My Number Card
on top of the reader</translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにしてください。
途中でカードを取ると、はじめからやり直しになります。</source>
        <translation>Leave it there until you have finished.
If you take the card away, you will have to start again.</translation>
    </message>
    <message>
        <source>保護者の方のカードは、使わないでください。</source>
        <translation>Do not use the parent&apos;s own card.</translation>
    </message>
    <message>
        <source>顔写真のある面を上にして、1枚だけ置きます。</source>
        <translation>Photo side up, one card only.</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Insert your child&apos;s My Number Card
into the reader</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Insert your My Number Card
into the reader</translation>
    </message>
    <message>
        <source>ICチップのある面を上にして、チップの側から差し込みます。</source>
        <translation>Chip side up, chip end first.</translation>
    </message>
    <message>
        <source>手続きが終わるまで、差し込んだままにしてください。
途中でカードを抜くと、はじめからやり直しになります。</source>
        <translation>Leave it there until you have finished.
If you take the card out, you will have to start again.</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation>Please have ready</translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation>No</translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation>I have everything</translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation>Yes, it was</translation>
    </message>
    <message>
        <source>お子さまのカードと、お子さまの暗証番号を使います。</source>
        <translation>Your child’s card and your child’s PIN are used.</translation>
    </message>
    <message>
        <source>子どもの申込みをする（代理）</source>
        <translation>Apply for my child (as parent)</translation>
    </message>
    <message>
        <source>自分の申込みにもどる</source>
        <translation>Back to my own application</translation>
    </message>
    <message>
        <source>今日、市役所でマイナンバーカードの「更新」をしましたか？
（電子証明書の更新）</source>
        <translation>Did you renew your My Number Card at the city hall today?
(renewal of the electronic certificate)</translation>
    </message>
    <message>
        <source>分からない</source>
        <translation>I am not sure</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>もう一度</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <extracomment>The place after a full stop of any script, with the space there. First letter of the failure&apos;s code -&gt; its icon; for all others &quot;info&quot;.</extracomment>
        <translation>Reference code %1</translation>
    </message>
    <message>
        <source>窓口：%1&#x3000;%2</source>
        <translation>Counter: %1 %2</translation>
    </message>
    <message>
        <source>書類：%1</source>
        <translation>Form: %1</translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message>
        <source>手続きをどうしますか？</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation>The result of the application is not known.
Ask staff before you stop.</translation>
    </message>
    <message>
        <source>手続きを続ける</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>手続きをやめる</source>
        <translation>Stop this procedure</translation>
    </message>
    <message>
        <source>入力した内容を消して、終わります。</source>
        <translation>What you entered is erased, and it ends.</translation>
    </message>
    <message>
        <source>次の方に交代する</source>
        <translation>Change to the next person</translation>
    </message>
    <message>
        <source>入力した内容を消して、次の方が始めます。</source>
        <translation>What you entered is erased; the next person starts.</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Call staff</translation>
    </message>
    <message>
        <source>入力した内容は、そのまま残ります。</source>
        <translation>What you entered stays as it is.</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>上に続きがあります</source>
        <extracomment>Least width for two parts side by side, and greatest height of a screen&apos;s content, in body letters. Of the height that is left over in a tall window, the part above the content: an eighth. Of the visible height, the part by which one press scrolls, so that the last line is the next first one.</extracomment>
        <translation>More above</translation>
    </message>
    <message>
        <source>下に続きがあります</source>
        <translation>More below</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>しるし：</source>
        <translation>Your symbol: </translation>
    </message>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation>Step %2 of %1: %3</translation>
    </message>
</context>
<context>
    <name>StaffCalledScreen</name>
    <message>
        <source>端末</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>職員が
参ります</source>
        <translation>Staff
are coming</translation>
    </message>
    <message>
        <source>このまま、お待ちください。</source>
        <translation>Please wait here.</translation>
    </message>
    <message>
        <source>カードはそのままで大丈夫です。内容はかくしてあります。</source>
        <translation>You can leave your card as it is. What you entered is hidden.</translation>
    </message>
    <message>
        <source>戻るには、ご自分のカードが読み取り機に必要です。</source>
        <translation>To go back, your own card must be in place.</translation>
    </message>
    <message>
        <source>あと約%1分は、このままお待ちになれます</source>
        <translation>You can wait about %1 more min. – nothing is erased</translation>
    </message>
    <message>
        <source>お知らせを読む</source>
        <translation>Read the notice</translation>
    </message>
    <message>
        <source>手続きに戻る</source>
        <translation>Back to the procedure</translation>
    </message>
</context>
<context>
    <name>TooSmall</name>
    <message>
        <source>画面が小さいため、表示できません。
職員をお呼びください。</source>
        <translation>The screen is too small to show this.
Please call a member of staff.</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <extracomment>The Japanese word, shown in every language. Kept: the curtain takes a person&apos;s letters for a while, and the tab does not.</extracomment>
        <translation>Training</translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation>Getting ready</translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>Please wait a moment.</translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation>Checking
your card</translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation>Erasing
your data</translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation>Please take
your card.</translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation>Please call a staff member.</translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation>This terminal is
out of service.</translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation>Not available
at the moment.</translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation>Erasing your data</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>For staff</translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation>Terminal %1</translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation>%1 (not needed)</translation>
    </message>
    <message>
        <source>%1（失敗）</source>
        <translation>%1 (failed)</translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation>Contact&#x3000;%1</translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation>Card readers connected</translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation>No card reader is connected</translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (text while it is to do, text when it is done).</extracomment>
        <translation>Cover the screen</translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation>Screen covered</translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation>Log out of the site</translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation>Logged out of the site</translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation>Clear what was copied</translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation>Copied text cleared</translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation>Cancel print jobs</translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation>Print jobs cancelled</translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>End reason -&gt; its sentence, where the customer did not end the session.</extracomment>
        <translation>The session ended because nothing was done for a while.</translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation>The session ended because the time is up.</translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation>The session ended because the card was taken away.</translation>
    </message>
    <message>
        <source>ちがうカードに替わったので、終わりました。</source>
        <translation>The session ended because the card was changed for another one.</translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation>The session ended because the card reader was unplugged.</translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation>The session ended because the screen had stopped.</translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation>The session ended because the site cannot be reached.</translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation>The result of the application is not known. Do not apply again; check its status with staff.</translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation>You may have seen someone else’s data. Please call staff now.</translation>
    </message>
    <message>
        <source>この端末に不具合があったので、終わりました。</source>
        <translation>The session ended because of a fault in this terminal.</translation>
    </message>
    <message>
        <source>画面のつなぎ方が変わったので、終わりました。</source>
        <translation>The session ended because the screens of this terminal changed.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Reference code %1</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了する</source>
        <translation>End the program</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了しました</source>
        <translation>The program was ended</translation>
    </message>
    <message>
        <source>カードとの通信を終える</source>
        <translation>End communication with the card</translation>
    </message>
    <message>
        <source>カードとの通信を終えました</source>
        <translation>Communication with the card has ended</translation>
    </message>
    <message>
        <source>一時的な記録を消す</source>
        <translation>Delete temporary data</translation>
    </message>
    <message>
        <source>一時的な記録を消しました</source>
        <translation>Temporary data was deleted</translation>
    </message>
    <message>
        <source>ありがとうございました</source>
        <translation>Thank you</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Your procedure is complete</translation>
    </message>
    <message>
        <source>お手続きは、できていません</source>
        <translation>Your procedure was not completed</translation>
    </message>
    <message>
        <source>お手続きの結果は、まだ分かりません</source>
        <translation>The result is not known yet</translation>
    </message>
    <message>
        <source>分からないことは、下の窓口でお尋ねください。</source>
        <translation>If you have questions, ask at the counter below.</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員にお尋ねください。</source>
        <translation>Do not apply again. Please ask a staff member.</translation>
    </message>
    <message>
        <source>窓口でご案内します</source>
        <translation>Please go to the counter</translation>
    </message>
    <message>
        <source>職員にお声がけください</source>
        <translation>Please speak to a staff member</translation>
    </message>
    <message>
        <source>またお越しください</source>
        <translation>Please come again</translation>
    </message>
    <message>
        <source>情報を消しました</source>
        <translation>Your data has been erased</translation>
    </message>
    <message>
        <source>内容</source>
        <extracomment>Labels of the facts.</extracomment>
        <translation>What</translation>
    </message>
    <message>
        <source>確定日</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>確かめ方</source>
        <translation>Look it up</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>これから</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>案内先</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>来られる日</source>
        <translation>When</translation>
    </message>
    <message>
        <source>持ち物</source>
        <translation>Bring</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>%1（音声案内 %2番）</source>
        <translation>%1 (voice menu: press %2)</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。</source>
        <translation>You can start again at any time. Nothing that you entered is kept.</translation>
    </message>
    <message>
        <source>%1から手続きできます。</source>
        <translation>Possible from %1.</translation>
    </message>
    <message>
        <source>市民課の窓口</source>
        <translation>Citizens’ affairs counter (市民課)</translation>
    </message>
    <message>
        <source>お忘れ物はございませんか</source>
        <translation>Do you have everything with you?</translation>
    </message>
    <message>
        <source>消去の控え</source>
        <translation>Erasure receipt</translation>
    </message>
    <message>
        <source>お客さまの情報は、この端末に残っていません。</source>
        <translation>None of your data is left on this terminal.</translation>
    </message>
    <message>
        <source>%1に確かめました。</source>
        <translation>Verified at %1.</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます。</source>
        <translation>This screen closes in %1 seconds.</translation>
    </message>
    <message>
        <source>職員が確認するまで、この画面のままです。</source>
        <translation>This screen stays until staff have seen it.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Look a little longer</translation>
    </message>
    <message>
        <source>分かりました</source>
        <translation>I understand</translation>
    </message>
    <message>
        <source>職員が確認しました</source>
        <translation>Seen by staff</translation>
    </message>
    <message>
        <source>この端末では、手続きを続けられませんでした。</source>
        <translation>The procedure could not be continued on this terminal.</translation>
    </message>
    <message>
        <source>安全に接続できないため、終了しました。</source>
        <translation>Ended: we cannot confirm that the site is secure.</translation>
    </message>
    <message>
        <source>職員が手続きを終了しました。</source>
        <translation>Staff ended the procedure.</translation>
    </message>
    <message>
        <source>サイトで手続きを進められないため、終了しました。</source>
        <translation>Ended: the site does not let the procedure go on.</translation>
    </message>
    <message>
        <source>カードが
離れました</source>
        <translation>The card
has been moved</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度置いてください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Put the same card back at once.
When the time is over, what you entered is erased.</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度差し込んでください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Insert the same card again at once.
When the time is over, what you entered is erased.</translation>
    </message>
    <message>
        <source>ただいま
休止中です</source>
        <translation>This terminal is
paused</translation>
    </message>
    <message>
        <source>本日の受付は
終了しました</source>
        <translation>Closed for
today</translation>
    </message>
    <message>
        <source>%1に再開する予定です</source>
        <translation>It is to reopen at %1.</translation>
    </message>
    <message>
        <source>お急ぎの方は、%1へお越しください。</source>
        <translation>If you are in a hurry, please go to %1.</translation>
    </message>
    <message>
        <source>お電話でのお問い合わせ&#x3000;%1&#x3000;%2</source>
        <translation>Questions by phone: %1 %2</translation>
    </message>
    <message>
        <source>控えを印刷する</source>
        <translation>Print this for me</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>印刷しました</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>印刷できませんでした。職員にお声がけください。</source>
        <translation>It could not be printed. Please ask staff.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation>Umbrella</translation>
    </message>
    <message>
        <source>りんご</source>
        <translation>Apple</translation>
    </message>
    <message>
        <source>さかな</source>
        <translation>Fish</translation>
    </message>
    <message>
        <source>すず</source>
        <translation>Bell</translation>
    </message>
    <message>
        <source>ほし</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation>Leaf</translation>
    </message>
    <message>
        <source>ふね</source>
        <translation>Boat</translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>コップ</source>
        <translation>Cup</translation>
    </message>
    <message>
        <source>つき</source>
        <translation>Moon</translation>
    </message>
    <message>
        <source>き</source>
        <translation>Tree</translation>
    </message>
    <message>
        <source>とり</source>
        <translation>Bird</translation>
    </message>
    <message>
        <source>はな</source>
        <translation>Flower</translation>
    </message>
    <message>
        <source>いえ</source>
        <translation>House</translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation>Hat</translation>
    </message>
    <message>
        <source>ほん</source>
        <translation>Book</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>%1時%2分%3秒</source>
        <extracomment>The second language of sentences shown in two languages, when the chosen one is Japanese. The bytes of the loaded .qm files: a translator reads them as long as it exists.</extracomment>
        <translation>%1:%2:%3</translation>
    </message>
    <message>
        <source>%1時%2分</source>
        <extracomment>A time of day to the minute.</extracomment>
        <translation>%1:%2</translation>
    </message>
</context>
</TS>
