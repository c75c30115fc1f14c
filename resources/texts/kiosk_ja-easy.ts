<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation>マイナンバーカードの
{手続|てつづ}き</translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation>{画面|がめん}を {見|み}ながら、いっしょに {進|すす}めます。
わからないときは、{係|かかり}の {人|ひと}を よんでください。</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>はじめる</translation>
    </message>
    <message>
        <source>カードを読み取り機に置いても、始まります。</source>
        <translation>カードを {読|よ}み{取|と}る {機械|きかい}に {置|お}いても、はじまります。</translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation>マイナンバーカード</translation>
    </message>
    <message>
        <source>%1に確認しました</source>
        <extracomment>Languages in a row: two rows of six where there is room, else as many as fit; all rows are full. From this factor of the letters on the languages have no room below the rest; they scroll with it.</extracomment>
        <translation>%1に {確認|かくにん}しました</translation>
    </message>
    <message>
        <source>前の方の情報は残っていません</source>
        <translation>{前|まえ}の {人|ひと}の {情報|じょうほう}は {残|のこ}っていません</translation>
    </message>
    <message>
        <source>ご用意いただくもの</source>
        <translation>{必要|ひつよう}な もの</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号（利用者証明用）</source>
        <translation>{暗証番号|あんしょうばんごう}（4つの {数字|すうじ}）</translation>
    </message>
    <message>
        <source>ただいま、申込みサイトにつながりません。
この表示が消えるまでお待ちになるか、職員にお声がけください。</source>
        <translation>{今|いま}、{申|もう}しこみの サイトに つながりません。
この {表示|ひょうじ}が {消|き}えるまで {待|ま}つか、{係|かかり}の {人|ひと}に {聞|き}いてください。</translation>
    </message>
    <message>
        <source>カードを読み取り機に差し込んでも、始まります。</source>
        <translation>カードを {読|よ}み{取|と}る {機械|きかい}に {入|い}れても、はじまります。</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きは、できていません</source>
        <translation>{手続|てつづ}きは できていません</translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation>わからないときは、{係|かかり}の {人|ひと}を よんでください。</translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation>できたかどうか、まだ わかりません</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation>{申|もう}しこみを しないで、{係|かかり}の {人|ひと}を よんでください。</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>{終|お}わる</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. Kind of card, drawing and colour of each result: no result is distinguished by colour alone.</extracomment>
        <translation>この {画面|がめん}は あと %1{秒|びょう}で とじます</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>{手続|てつづ}きが {終|お}わりました</translation>
    </message>
    <message>
        <source>「終わる」を押してから、カードをお取りください。</source>
        <translation>「{終|お}わる」を {押|お}してから、カードを {取|と}ってください。</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>もう{少|すこ}し {見|み}る</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>最後の確認です。
もう一度、暗証番号を
入力してください</source>
        <translation>{最後|さいご}の {確認|かくにん}です。
{暗証番号|あんしょうばんごう}を もう{一度|いちど}
{入|い}れてください</translation>
    </message>
    <message>
        <source>カードは、そのままにしてください。</source>
        <translation>カードは そのままに しておいてください。</translation>
    </message>
    <message>
        <source>ほかの方の申込みと取り違えないために確かめています。</source>
        <translation>ほかの {人|ひと}の {申|もう}しこみに しないためです。</translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みと取り違えないために確かめています。
3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>ほかの {人|ひと}の {申|もう}しこみに しないためです。
3{回|かい} まちがえると {使|つか}えなくなります（あと %n{回|かい}）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>これを選ぶ</source>
        <extracomment>So many procedures stand side by side as equal cards; more, or large letters, in rows. Drawing of a procedure that applies for something, and of one that only shows something.</extracomment>
        <translation>これを えらぶ</translation>
    </message>
    <message>
        <source>どの手続きをしますか？</source>
        <translation>{何|なに}を しますか？</translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation>1つ {選|えら}んで、おしてください。</translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation>4つの {数字|すうじ}を
{入|い}れてください</translation>
    </message>
    <message>
        <source>利用者証明用の番号です。
コンビニで証明書をとるときと同じ番号です。</source>
        <translation>4つの {数字|すうじ}の {暗証番号|あんしょうばんごう}です。
コンビニで {証明書|しょうめいしょ}を とる ときの {番号|ばんごう}と {同|おな}じです。</translation>
    </message>
    <message>
        <source>お子さまのカードの、利用者証明用の番号です。</source>
        <translation>{子|こ}どもの カードの {暗証番号|あんしょうばんごう}です。</translation>
    </message>
</context>
<context>
    <name>ExtendScreen</name>
    <message>
        <source>続けるには、
暗証番号を
入力してください</source>
        <translation>つづけるには、
{暗証番号|あんしょうばんごう}を
{入|い}れてください</translation>
    </message>
    <message>
        <source>しばらく操作がありませんでした。
ご本人かどうかを確かめます。</source>
        <translation>しばらく ボタンが おされませんでした。
あなたの カードかどうか {確|たし}かめます。</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation>{準備|じゅんび}</translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation>カードを {置|お}く</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>{暗証番号|あんしょうばんごう}</translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation>もう{一度|いちど} たしかめる</translation>
    </message>
    <message>
        <source>時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>{時間|じかん}が すぎました。まだ {申|もう}しこみは していません。{申|もう}し{込|こ}むときは、もう{一度|いちど}「{申|もう}し{込|こ}む」を おしてください。</translation>
    </message>
    <message>
        <source>まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>まだ {申|もう}しこみは していません。{申|もう}し{込|こ}むときは、もう{一度|いちど}「{申|もう}し{込|こ}む」を おしてください。</translation>
    </message>
    <message>
        <source>この先のページは日本語です。押すところを、ここでお知らせします。</source>
        <translation>この あとの ページは {日本語|にほんご}です。おす ところを、ここに {書|か}きます。</translation>
    </message>
    <message>
        <source>分からないときは、「職員を呼ぶ」を押してください。</source>
        <translation>わからないときは、「{係|かかり}の {人|ひと}を よぶ」を おしてください。</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>お手続き</source>
        <translation>{手続|てつづ}き</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>{終|お}わり</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>やめる</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>もどる</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>端末</source>
        <extracomment>What is left out, one after the other, until the rest has room: the words on two buttons, then the window&apos;s name. The place over the buttons.</extracomment>
        <translation>{機械|きかい}</translation>
    </message>
    <message>
        <source>文字の大きさと色</source>
        <translation>{文字|もじ}の {大|おお}きさと {色|いろ}</translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation>ことばを えらぶ Language</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>{係|かかり}を よぶ</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>{文字|もじ}の {大|おお}きさ</translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. The event that 続ける posts.</extracomment>
        <translation>{秒|びょう}</translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation>
            <numerusform>あと %n びょうで、いれたものが きえます</numerusform>
        </translation>
    </message>
    <message>
        <source>続けますか？</source>
        <translation>つづけますか？</translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation>{何|なに}も しないと、{入|い}れたものが ぜんぶ {消|き}えます。
そして、はじめの {画面|がめん}に もどります。</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>つづける</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>{終|お}わる</translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation>この {手続|てつづ}きの しるし：</translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation>あなたの カードですか？</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>すべて消す</source>
        <extracomment>Row and column of each of the ten digits: telephone order, 0 in the middle of the last row. What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same. A digit was typed; digits were erased. Neither carries a digit.</extracomment>
        <translation>ぜんぶ けす</translation>
    </message>
    <message>
        <source>1つ消す</source>
        <translation>1つ けす</translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>やめて、職員に相談する</source>
        <translation>やめて、{係|かかり}の {人|ひと}に {聞|き}く</translation>
    </message>
    <message>
        <source>番号が分かるので、続ける</source>
        <translation>{番号|ばんごう}が わかるので、つづける</translation>
    </message>
    <message>
        <source>暗証番号が
ちがいました</source>
        <translation>{暗証番号|あんしょうばんごう}が
ちがいました</translation>
    </message>
    <message>
        <source>暗証番号を入力できるのは、
あと1回です</source>
        <translation>{暗証番号|あんしょうばんごう}を {入|い}れることが できるのは、
あと1{回|かい}です</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号に自信がないときは、ここでやめて、職員にご相談ください。</source>
        <translation>{次|つぎ}に まちがえると、この カードの {暗証番号|あんしょうばんごう}が {使|つか}えなく なります。
わからないときは、ここで やめて、{係|かかり}の {人|ひと}に {聞|き}いてください。</translation>
    </message>
</context>
<context>
    <name>LimitWarningScreen</name>
    <message>
        <source>まもなく終わります</source>
        <translation>もうすぐ {終|お}わります</translation>
    </message>
    <message>
        <source>使える時間は、あと少しです。のばせません。
時間になると、入力した内容はすべて消えます。</source>
        <translation>{使|つか}える {時間|じかん}は、あと {少|すこ}しです。のばせません。
{時間|じかん}に なると、{入|い}れた ものは {全部|ぜんぶ} {消|き}えます。</translation>
    </message>
    <message>
        <source>それまで続ける</source>
        <translation>のこりの {時間|じかん}で つづける</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>標準</source>
        <translation>ふつう</translation>
    </message>
    <message>
        <source>大きい</source>
        <translation>{大|おお}きい</translation>
    </message>
    <message>
        <source>とても大きい</source>
        <translation>とても {大|おお}きい</translation>
    </message>
    <message>
        <source>はっきり</source>
        <translation>はっきり</translation>
    </message>
    <message>
        <source>黒地に白</source>
        <translation>{黒|くろ}に {白|しろ}</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>{文字|もじ}の {大|おお}きさ</translation>
    </message>
    <message>
        <source>画面の色</source>
        <translation>{画面|がめん}の {色|いろ}</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation>%1この すうじの うち %2こめまで いれました</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation>たしかめています。カードを {動|うご}かさないで、{待|ま}ってください。</translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation>{番号|ばんごう}は、この {機械|きかい}に {残|のこ}りません。</translation>
    </message>
    <message>
        <source>数字の並びを変える</source>
        <extracomment>Whether it asks to cover the keys with the other hand.</extracomment>
        <translation>{数字|すうじ}を ならべかえる</translation>
    </message>
    <message>
        <source>手でかくして、
押してください</source>
        <translation>{手|て}で かくして、
{押|お}してください</translation>
    </message>
    <message>
        <source>番号は画面に出ません。</source>
        <translation>{番号|ばんごう}は {画面|がめん}に {出|で}ません。</translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>{番号|ばんごう}が ちがいます。あと %n{回|かい}です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>3{回|かい} まちがえると {使|つか}えなくなります（あと %n{回|かい}）。</numerusform>
        </translation>
    </message>
    <message>
        <source>この番号でよい</source>
        <translation>この {番号|ばんごう}で いいです</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。</source>
        <translation>{次|つぎ}に まちがえると、もう {使|つか}えません。
よく {見|み}て「この {番号|ばんごう}で いいです」を おしてください。</translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
確かめています</source>
        <translation>カードを
たしかめています</translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation>カードを {動|うご}かさないで、{待|ま}ってください。</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>{質問|しつもん}の {番号|ばんごう} %1</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>{子|こ}どもの マイナンバーカードを
{読|よ}み{取|と}る {機械|きかい}の {上|うえ}に
{置|お}いてください</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>マイナンバーカードを
{読|よ}み{取|と}る {機械|きかい}の {上|うえ}に
{置|お}いてください</translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにしてください。
途中でカードを取ると、はじめからやり直しになります。</source>
        <translation>{手続|てつづ}きが {終|お}わるまで、そのまま {置|お}いておいてください。
カードを {取|と}ると、はじめから やり{直|なお}しに なります。</translation>
    </message>
    <message>
        <source>保護者の方のカードは、使わないでください。</source>
        <translation>お{父|とう}さんや お{母|かあ}さんの カードは、つかわないでください。</translation>
    </message>
    <message>
        <source>顔写真のある面を上にして、1枚だけ置きます。</source>
        <translation>{顔|かお}の {写真|しゃしん}が ある ほうを {上|うえ}にして、1{枚|まい}だけ {置|お}きます。</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>{子|こ}どもの マイナンバーカードを
{読|よ}み{取|と}る {機械|きかい}に
{入|い}れてください</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>マイナンバーカードを
{読|よ}み{取|と}る {機械|きかい}に
{入|い}れてください</translation>
    </message>
    <message>
        <source>ICチップのある面を上にして、チップの側から差し込みます。</source>
        <translation>ICチップの ある ほうを {上|うえ}にして、チップの ほうから {入|い}れます。</translation>
    </message>
    <message>
        <source>手続きが終わるまで、差し込んだままにしてください。
途中でカードを抜くと、はじめからやり直しになります。</source>
        <translation>{手続|てつづ}きが {終|お}わるまで、そのまま {入|い}れておいてください。
カードを {取|と}ると、はじめから やり{直|なお}しに なります。</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation>これを {用意|ようい}してください</translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation>{用意|ようい}できました</translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>お子さまのカードと、お子さまの暗証番号を使います。</source>
        <translation>{子|こ}どもの カードと、{子|こ}どもの {暗証番号|あんしょうばんごう}を {使|つか}います。</translation>
    </message>
    <message>
        <source>子どもの申込みをする（代理）</source>
        <translation>{子|こ}どもの {申|もう}しこみを する</translation>
    </message>
    <message>
        <source>自分の申込みにもどる</source>
        <translation>{自分|じぶん}の {申|もう}しこみに もどる</translation>
    </message>
    <message>
        <source>今日、市役所でマイナンバーカードの「更新」をしましたか？
（電子証明書の更新）</source>
        <translation>{今日|きょう}、{市役所|しやくしょ}で マイナンバーカードを {新|あたら}しく しましたか？
（{更新|こうしん}・{電子証明書|でんししょうめいしょ}の {更新|こうしん}）</translation>
    </message>
    <message>
        <source>分からない</source>
        <translation>わかりません</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>もう一度</source>
        <translation>もう{一度|いちど}</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>{終|お}わる</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <extracomment>The place after a full stop of any script, with the space there. First letter of the failure&apos;s code -&gt; its icon; for all others &quot;info&quot;.</extracomment>
        <translation>{質問|しつもん}の {番号|ばんごう} %1</translation>
    </message>
    <message>
        <source>窓口：%1&#x3000;%2</source>
        <translation>{行|い}く ところ：%1&#x3000;%2</translation>
    </message>
    <message>
        <source>書類：%1</source>
        <translation>{書|か}く {紙|かみ}：%1</translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message>
        <source>手続きをどうしますか？</source>
        <translation>{手続|てつづ}きを どうしますか？</translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation>{申|もう}しこみが できたかどうか、まだ わかりません。
{終|お}わる {前|まえ}に、{係|かかり}の {人|ひと}に {聞|き}いてください。</translation>
    </message>
    <message>
        <source>手続きを続ける</source>
        <translation>{手続|てつづ}きを つづける</translation>
    </message>
    <message>
        <source>手続きをやめる</source>
        <translation>{手続|てつづ}きを やめる</translation>
    </message>
    <message>
        <source>入力した内容を消して、終わります。</source>
        <translation>{書|か}いたものを {消|け}して、{終|お}わります。</translation>
    </message>
    <message>
        <source>次の方に交代する</source>
        <translation>{次|つぎ}の {人|ひと}に かわる</translation>
    </message>
    <message>
        <source>入力した内容を消して、次の方が始めます。</source>
        <translation>{書|か}いたものを {消|け}して、{次|つぎ}の {人|ひと}が {始|はじ}めます。</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>{係|かかり}を よぶ</translation>
    </message>
    <message>
        <source>入力した内容は、そのまま残ります。</source>
        <translation>{書|か}いたものは、そのまま のこります。</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>上に続きがあります</source>
        <extracomment>Least width for two parts side by side, and greatest height of a screen&apos;s content, in body letters. Of the height that is left over in a tall window, the part above the content: an eighth. Of the visible height, the part by which one press scrolls, so that the last line is the next first one.</extracomment>
        <translation>{上|うえ}に つづきが あります</translation>
    </message>
    <message>
        <source>下に続きがあります</source>
        <translation>{下|した}に つづきが あります</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>しるし：</source>
        <translation>しるし：</translation>
    </message>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation>ぜんぶで %1の うち %2：%3</translation>
    </message>
</context>
<context>
    <name>StaffCalledScreen</name>
    <message>
        <source>端末</source>
        <translation>{機械|きかい}</translation>
    </message>
    <message>
        <source>職員が
参ります</source>
        <translation>{係|かかり}の {人|ひと}が
{来|き}ます</translation>
    </message>
    <message>
        <source>このまま、お待ちください。</source>
        <translation>そのまま {待|ま}っていてください。</translation>
    </message>
    <message>
        <source>カードはそのままで大丈夫です。内容はかくしてあります。</source>
        <translation>カードは そのままで いいです。{書|か}いたことは かくしてあります。</translation>
    </message>
    <message>
        <source>戻るには、ご自分のカードが読み取り機に必要です。</source>
        <translation>{自分|じぶん}の カードが {機械|きかい}に あれば、{戻|もど}れます。</translation>
    </message>
    <message>
        <source>あと約%1分は、このままお待ちになれます</source>
        <translation>あと {約|やく}%1{分|ふん} このまま {待|ま}てます</translation>
    </message>
    <message>
        <source>お知らせを読む</source>
        <translation>お{知|し}らせを {読|よ}む</translation>
    </message>
    <message>
        <source>手続きに戻る</source>
        <translation>{手続|てつづ}きに {戻|もど}る</translation>
    </message>
</context>
<context>
    <name>TooSmall</name>
    <message>
        <source>画面が小さいため、表示できません。
職員をお呼びください。</source>
        <translation>{画面|がめん}が {小|ちい}さいので、{見|み}せることが できません。
{係|かかり}の {人|ひと}を よんでください。</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <extracomment>The Japanese word, shown in every language. Kept: the curtain takes a person&apos;s letters for a while, and the tab does not.</extracomment>
        <translation>れんしゅう</translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation>{準備|じゅんび}しています</translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>すこし {待|ま}ってください。</translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation>カードを
たしかめています</translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation>あなたの {情報|じょうほう}を
{消|け}しています</translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation>カードを
{取|と}ってください</translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation>{係|かかり}の {人|ひと}を よんでください。</translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation>この {機械|きかい}は
いま {使|つか}えません</translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation>いま
{使|つか}えません</translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation>あなたの {情報|じょうほう}を {消|け}しています</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>{係|かかり}の {人|ひと}へ</translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation>{機械|きかい} %1</translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation>%1（いりません）</translation>
    </message>
    <message>
        <source>%1（失敗）</source>
        <translation>%1（できませんでした）</translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation>{電話|でんわ}&#x3000;%1</translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation>つながっている カードリーダー</translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation>カードリーダーが つながっていません</translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (text while it is to do, text when it is done).</extracomment>
        <translation>{画面|がめん}を かくす</translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation>{画面|がめん}を かくしました</translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation>サイトから {出|で}る</translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation>サイトから {出|で}ました</translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation>コピーしたものを {消|け}す</translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation>コピーしたものを {消|け}しました</translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation>{印刷|いんさつ}を やめる</translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation>{印刷|いんさつ}を やめました</translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>End reason -&gt; its sentence, where the customer did not end the session.</extracomment>
        <translation>しばらく ボタンが おされなかったので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation>{使|つか}える {時間|じかん}が すぎたので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation>カードが はなれたので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>ちがうカードに替わったので、終わりました。</source>
        <translation>ちがう カードに かわったので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation>カードリーダーが はずれたので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation>{画面|がめん}が {止|と}まったので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation>サイトに つながらないので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation>{申|もう}しこみが できたかどうか、わかりません。もう{一度|いちど} {申|もう}しこみを しないでください。{係|かかり}の {人|ひと}と いっしょに {見|み}てください。</translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation>ほかの {人|ひと}の {情報|じょうほう}が {見|み}えたかもしれません。そのまま {係|かかり}の {人|ひと}を よんでください。</translation>
    </message>
    <message>
        <source>この端末に不具合があったので、終わりました。</source>
        <translation>この {機械|きかい}が うまく {動|うご}かないので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>画面のつなぎ方が変わったので、終わりました。</source>
        <translation>{画面|がめん}の つなぎかたが {変|か}わったので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>{質問|しつもん}の {番号|ばんごう} %1</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了する</source>
        <translation>プログラムを {終|お}わらせる</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了しました</source>
        <translation>プログラムを {終|お}わらせました</translation>
    </message>
    <message>
        <source>カードとの通信を終える</source>
        <translation>カードとの {通信|つうしん}を {終|お}わらせる</translation>
    </message>
    <message>
        <source>カードとの通信を終えました</source>
        <translation>カードとの {通信|つうしん}を {終|お}わりました</translation>
    </message>
    <message>
        <source>一時的な記録を消す</source>
        <translation>{少|すこ}しの {間|あいだ}の {記録|きろく}を {消|け}す</translation>
    </message>
    <message>
        <source>一時的な記録を消しました</source>
        <translation>{少|すこ}しの {間|あいだ}の {記録|きろく}を {消|け}しました</translation>
    </message>
    <message>
        <source>ありがとうございました</source>
        <translation>ありがとうございました</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>{手続|てつづ}きが {終|お}わりました</translation>
    </message>
    <message>
        <source>お手続きは、できていません</source>
        <translation>{手続|てつづ}きは できていません</translation>
    </message>
    <message>
        <source>お手続きの結果は、まだ分かりません</source>
        <translation>{結果|けっか}は まだ {分|わ}かりません</translation>
    </message>
    <message>
        <source>分からないことは、下の窓口でお尋ねください。</source>
        <translation>{分|わ}からない ことは、{下|した}の {窓口|まどぐち}で {聞|き}いてください。</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員にお尋ねください。</source>
        <translation>もう{一度|いちど} {申|もう}しこまないで、{係|かかり}の {人|ひと}に {聞|き}いてください。</translation>
    </message>
    <message>
        <source>窓口でご案内します</source>
        <translation>{窓口|まどぐち}で {聞|き}いてください</translation>
    </message>
    <message>
        <source>職員にお声がけください</source>
        <translation>{係|かかり}の {人|ひと}に {言|い}ってください</translation>
    </message>
    <message>
        <source>またお越しください</source>
        <translation>また {来|き}てください</translation>
    </message>
    <message>
        <source>情報を消しました</source>
        <translation>{情報|じょうほう}を {消|け}しました</translation>
    </message>
    <message>
        <source>内容</source>
        <extracomment>Labels of the facts.</extracomment>
        <translation>{内容|ないよう}</translation>
    </message>
    <message>
        <source>確定日</source>
        <translation>きまる {日|ひ}</translation>
    </message>
    <message>
        <source>確かめ方</source>
        <translation>{見|み}る ところ</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>{理由|りゆう}</translation>
    </message>
    <message>
        <source>これから</source>
        <translation>これから</translation>
    </message>
    <message>
        <source>案内先</source>
        <translation>{行|い}く ところ</translation>
    </message>
    <message>
        <source>来られる日</source>
        <translation>{来|こ}られる {日|ひ}</translation>
    </message>
    <message>
        <source>持ち物</source>
        <translation>{持|も}ってくる もの</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>{電話|でんわ}</translation>
    </message>
    <message>
        <source>%1（音声案内 %2番）</source>
        <translation>%1（{声|こえ}の {案内|あんない} %2{番|ばん}）</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>{番号|ばんごう}</translation>
    </message>
    <message>
        <source>いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。</source>
        <translation>いつでも、もう{一度|いちど} はじめから できます。{入|い}れたものは {残|のこ}っていません。</translation>
    </message>
    <message>
        <source>%1から手続きできます。</source>
        <translation>%1から できます。</translation>
    </message>
    <message>
        <source>市民課の窓口</source>
        <translation>{市民課|しみんか}の {窓口|まどぐち}</translation>
    </message>
    <message>
        <source>お忘れ物はございませんか</source>
        <translation>{忘|わす}れものは ありませんか</translation>
    </message>
    <message>
        <source>消去の控え</source>
        <translation>{消|け}した しるし</translation>
    </message>
    <message>
        <source>お客さまの情報は、この端末に残っていません。</source>
        <translation>あなたの {情報|じょうほう}は、この {機械|きかい}に {残|のこ}っていません。</translation>
    </message>
    <message>
        <source>%1に確かめました。</source>
        <translation>%1に たしかめました。</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます。</source>
        <translation>この {画面|がめん}は あと %1{秒|びょう}で とじます。</translation>
    </message>
    <message>
        <source>職員が確認するまで、この画面のままです。</source>
        <translation>{係|かかり}の {人|ひと}が {見|み}るまで、この {画面|がめん}の ままです。</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>もう{少|すこ}し {見|み}る</translation>
    </message>
    <message>
        <source>分かりました</source>
        <translation>{分|わ}かりました</translation>
    </message>
    <message>
        <source>職員が確認しました</source>
        <translation>{係|かかり}の {人|ひと}が {見|み}ました</translation>
    </message>
    <message>
        <source>この端末では、手続きを続けられませんでした。</source>
        <translation>この {機械|きかい}では {続|つづ}けることが できませんでした。</translation>
    </message>
    <message>
        <source>安全に接続できないため、終了しました。</source>
        <translation>{安全|あんぜん}に つなげないので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>職員が手続きを終了しました。</source>
        <translation>{係|かかり}の {人|ひと}が {終|お}わらせました。</translation>
    </message>
    <message>
        <source>サイトで手続きを進められないため、終了しました。</source>
        <translation>サイトで {続|つづ}けることが できないので、{終|お}わりました。</translation>
    </message>
    <message>
        <source>カードが
離れました</source>
        <translation>カードが
{離|はな}れました</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度置いてください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>すぐに、{同|おな}じ カードを もう{一度|いちど} {置|お}いてください。
{時間|じかん}が すぎると、{入力|にゅうりょく}した ことが {消|き}えます。</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度差し込んでください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>すぐに、{同|おな}じ カードを もう{一度|いちど} {入|い}れてください。
{時間|じかん}が すぎると、{入力|にゅうりょく}した ことが {消|き}えます。</translation>
    </message>
    <message>
        <source>ただいま
休止中です</source>
        <translation>いまは
お{休|やす}みです</translation>
    </message>
    <message>
        <source>本日の受付は
終了しました</source>
        <translation>{今日|きょう}は
{終|お}わりました</translation>
    </message>
    <message>
        <source>%1に再開する予定です</source>
        <translation>%1に また {始|はじ}まります</translation>
    </message>
    <message>
        <source>お急ぎの方は、%1へお越しください。</source>
        <translation>{急|いそ}ぐときは、%1に {来|き}てください。</translation>
    </message>
    <message>
        <source>お電話でのお問い合わせ&#x3000;%1&#x3000;%2</source>
        <translation>{電話|でんわ}で {聞|き}く&#x3000;%1&#x3000;%2</translation>
    </message>
    <message>
        <source>控えを印刷する</source>
        <translation>{控|ひか}えを {紙|かみ}に {出|だ}す</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>{紙|かみ}に {出|だ}しています</translation>
    </message>
    <message>
        <source>印刷しました</source>
        <translation>{紙|かみ}が {出|で}ました</translation>
    </message>
    <message>
        <source>印刷できませんでした。職員にお声がけください。</source>
        <translation>{紙|かみ}が {出|で}ません。{係|かかり}の {人|ひと}に {言|い}ってください。</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation>かさ</translation>
    </message>
    <message>
        <source>りんご</source>
        <translation>りんご</translation>
    </message>
    <message>
        <source>さかな</source>
        <translation>さかな</translation>
    </message>
    <message>
        <source>すず</source>
        <translation>すず</translation>
    </message>
    <message>
        <source>ほし</source>
        <translation>ほし</translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation>はっぱ</translation>
    </message>
    <message>
        <source>ふね</source>
        <translation>ふね</translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation>かぎ</translation>
    </message>
    <message>
        <source>コップ</source>
        <translation>コップ</translation>
    </message>
    <message>
        <source>つき</source>
        <translation>つき</translation>
    </message>
    <message>
        <source>き</source>
        <translation>き</translation>
    </message>
    <message>
        <source>とり</source>
        <translation>とり</translation>
    </message>
    <message>
        <source>はな</source>
        <translation>はな</translation>
    </message>
    <message>
        <source>いえ</source>
        <translation>いえ</translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation>ぼうし</translation>
    </message>
    <message>
        <source>ほん</source>
        <translation>ほん</translation>
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
        <translation>%1{時|じ}%2{分|ふん}</translation>
    </message>
</context>
</TS>
