<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fil" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation>Mga proseso gamit
ang My Number Card</translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation>Gagabayan ka ng screen sa bawat hakbang.
Kung may hindi malinaw, tumawag ng kawani anumang oras.</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>Magsimula</translation>
    </message>
    <message>
        <source>カードを読み取り機に置いても、始まります。</source>
        <translation>Magsisimula rin ito kapag inilagay ang card sa reader.</translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation>My Number Card (マイナンバーカード)</translation>
    </message>
    <message>
        <source>%1に確認しました</source>
        <extracomment>Languages in a row: two rows of six where there is room, else as many as fit; all rows are full. From this factor of the letters on the languages have no room below the rest; they scroll with it.</extracomment>
        <translation>Nakumpirma nang %1</translation>
    </message>
    <message>
        <source>前の方の情報は残っていません</source>
        <translation>Walang natirang datos ng naunang tao</translation>
    </message>
    <message>
        <source>ご用意いただくもの</source>
        <translation>Mga kailangan</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号（利用者証明用）</source>
        <translation>PIN para sa user authentication (4 na numero)</translation>
    </message>
    <message>
        <source>ただいま、申込みサイトにつながりません。
この表示が消えるまでお待ちになるか、職員にお声がけください。</source>
        <translation>Hindi makakonekta sa site ng aplikasyon sa ngayon.
Hintaying mawala ang mensaheng ito, o magtanong sa kawani.</translation>
    </message>
    <message>
        <source>カードを読み取り機に差し込んでも、始まります。</source>
        <translation>Magsisimula rin ito kapag ipinasok ang card sa reader.</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きは、できていません</source>
        <translation>Hindi pa tapos ang proseso</translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation>Basahin ang nasa screen. Kung may hindi malinaw, tumawag ng kawani.</translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation>Hindi pa alam ang resulta</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation>Huwag mag-apply ulit. Tumawag ng kawani.</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Tapusin</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. Kind of card, drawing and colour of each result: no result is distinguished by colour alone.</extracomment>
        <translation>Magsasara ang screen na ito sa loob ng %1 segundo</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Tapos na ang iyong transaksyon</translation>
    </message>
    <message>
        <source>「終わる」を押してから、カードをお取りください。</source>
        <translation>Pindutin ang “Tapusin”, saka kunin ang card.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Tingnan pa sandali</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>最後の確認です。
もう一度、暗証番号を
入力してください</source>
        <translation>Huling pagtiyak:
ilagay ulit ang
iyong PIN</translation>
    </message>
    <message>
        <source>カードは、そのままにしてください。</source>
        <translation>Iwan ang card sa lugar nito.</translation>
    </message>
    <message>
        <source>ほかの方の申込みと取り違えないために確かめています。</source>
        <translation>Para hindi ito mapagpalit sa application ng iba.</translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みと取り違えないために確かめています。
3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Para hindi ito mapagpalit sa application ng iba.
Kapag 3 beses na mali, hindi na magagamit (%n na lang).</numerusform>
            <numerusform>Para hindi ito mapagpalit sa application ng iba.
Kapag 3 beses na mali, hindi na magagamit (%n pa).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>これを選ぶ</source>
        <extracomment>So many procedures stand side by side as equal cards; more, or large letters, in rows. Drawing of a procedure that applies for something, and of one that only shows something.</extracomment>
        <translation>Piliin ito</translation>
    </message>
    <message>
        <source>どの手続きをしますか？</source>
        <translation>Ano ang gusto mong gawin?</translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation>Pumili ng isa at pindutin ito.</translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation>Ilagay ang iyong
4 na numerong PIN</translation>
    </message>
    <message>
        <source>利用者証明用の番号です。
コンビニで証明書をとるときと同じ番号です。</source>
        <translation>PIN para sa user authentication,
kapareho ng gamit sa convenience store.</translation>
    </message>
    <message>
        <source>お子さまのカードの、利用者証明用の番号です。</source>
        <translation>PIN para sa user authentication ng card ng bata.</translation>
    </message>
</context>
<context>
    <name>ExtendScreen</name>
    <message>
        <source>続けるには、
暗証番号を
入力してください</source>
        <translation>Para magpatuloy,
ilagay ang PIN</translation>
    </message>
    <message>
        <source>しばらく操作がありませんでした。
ご本人かどうかを確かめます。</source>
        <translation>Matagal na walang ginawa.
Titiyakin namin na ikaw pa rin ito.</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation>Paghahanda</translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation>Ilagay ang card</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation>Ikalawang pagtiyak</translation>
    </message>
    <message>
        <source>時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>Lumipas na ang oras. Hindi ka pa nakapag-apply. Para mag-apply, pindutin ulit ang “Mag-apply” (申し込む).</translation>
    </message>
    <message>
        <source>まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>Hindi ka pa nakapag-apply. Para mag-apply, pindutin ulit ang “Mag-apply” (申し込む).</translation>
    </message>
    <message>
        <source>この先のページは日本語です。押すところを、ここでお知らせします。</source>
        <translation>Sa wikang Hapon ang mga susunod na pahina. Dito ituturo kung ano ang pipindutin.</translation>
    </message>
    <message>
        <source>分からないときは、「職員を呼ぶ」を押してください。</source>
        <translation>Kung hindi sigurado, pindutin ang Tumawag ng kawani.</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>お手続き</source>
        <translation>Proseso</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>Tapos</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>やめる</source>
        <translation>Itigil</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>Bumalik</translation>
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
        <translation>Laki ng letra at kulay</translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation>Pumili ng wika Language</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Tumawag ng kawani</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Laki ng letra</translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. The event that 続ける posts.</extracomment>
        <translation>segundo</translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation>
            <numerusform>Sa loob ng %n segundo, mabubura ang inilagay mo</numerusform>
            <numerusform>Sa loob ng %n na segundo, mabubura ang inilagay mo</numerusform>
        </translation>
    </message>
    <message>
        <source>続けますか？</source>
        <translation>Gusto mo bang magpatuloy?</translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation>Kung walang gagawin, mabubura ang lahat
ng inilagay mo at babalik sa unang screen.</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>Magpatuloy</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Tapusin</translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation>Marka ng prosesong ito:</translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation>Iyo ba ang card na ito?</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>すべて消す</source>
        <extracomment>Row and column of each of the ten digits: telephone order, 0 in the middle of the last row. What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same. A digit was typed; digits were erased. Neither carries a digit.</extracomment>
        <translation>Burahin lahat</translation>
    </message>
    <message>
        <source>1つ消す</source>
        <translation>Bura ng 1</translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>やめて、職員に相談する</source>
        <translation>Tumigil at magtanong sa kawani</translation>
    </message>
    <message>
        <source>番号が分かるので、続ける</source>
        <translation>Alam ko ang PIN, magpatuloy</translation>
    </message>
    <message>
        <source>暗証番号が
ちがいました</source>
        <translation>Mali
ang PIN</translation>
    </message>
    <message>
        <source>暗証番号を入力できるのは、
あと1回です</source>
        <translation>Isang beses na lang
mailalagay ang PIN</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号に自信がないときは、ここでやめて、職員にご相談ください。</source>
        <translation>Kapag mali pa ulit, hindi na magagamit ang PIN ng card na ito.
Kung hindi sigurado sa numero, tumigil dito at magtanong sa kawani.</translation>
    </message>
</context>
<context>
    <name>LimitWarningScreen</name>
    <message>
        <source>まもなく終わります</source>
        <translation>Malapit nang matapos</translation>
    </message>
    <message>
        <source>使える時間は、あと少しです。のばせません。
時間になると、入力した内容はすべて消えます。</source>
        <translation>Kaunti na lang ang oras. Hindi ito madadagdagan.
Pagkatapos, mabubura ang lahat ng inilagay.</translation>
    </message>
    <message>
        <source>それまで続ける</source>
        <translation>Magpatuloy hanggang doon</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>標準</source>
        <translation>Karaniwan</translation>
    </message>
    <message>
        <source>大きい</source>
        <translation>Malaki</translation>
    </message>
    <message>
        <source>とても大きい</source>
        <translation>Napakalaki</translation>
    </message>
    <message>
        <source>はっきり</source>
        <translation>Malinaw na kulay</translation>
    </message>
    <message>
        <source>黒地に白</source>
        <translation>Puti sa itim</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Laki ng letra</translation>
    </message>
    <message>
        <source>画面の色</source>
        <translation>Kulay ng screen</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation>%2 sa %1 numero ang nailagay</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation>Tinitiyak pa. Maghintay at huwag galawin ang card.</translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation>Hindi itatago ang PIN sa terminal na ito.</translation>
    </message>
    <message>
        <source>数字の並びを変える</source>
        <extracomment>Whether it asks to cover the keys with the other hand.</extracomment>
        <translation>Paghaluin ang mga numero</translation>
    </message>
    <message>
        <source>手でかくして、
押してください</source>
        <translation>Takpan ng kamay
habang pumipindot</translation>
    </message>
    <message>
        <source>番号は画面に出ません。</source>
        <translation>Hindi ipinapakita ang numero sa screen.</translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Mali ang PIN. Kapag 3 beses na mali, hindi na magagamit (%n na lang).</numerusform>
            <numerusform>Mali ang PIN. Kapag 3 beses na mali, hindi na magagamit (%n pa).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Kapag 3 beses na mali, hindi na magagamit (%n na lang).</numerusform>
            <numerusform>Kapag 3 beses na mali, hindi na magagamit (%n pa).</numerusform>
        </translation>
    </message>
    <message>
        <source>この番号でよい</source>
        <translation>Tama ang numerong ito</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。</source>
        <translation>Kapag mali pa ulit, hindi na magagamit ang PIN ng card na ito.
Tiyakin ang numero, saka pindutin ang “Tama ang numerong ito”. Walang mangyayari hangga&apos;t hindi ito pinipindot.</translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
確かめています</source>
        <translation>Tinitingnan
ang iyong card</translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation>Maghintay at huwag galawin ang card.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Reference code %1</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Ilagay ang My Number Card ng bata
sa ibabaw ng card reader</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Ilagay ang My Number Card
sa ibabaw ng card reader</translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにしてください。
途中でカードを取ると、はじめからやり直しになります。</source>
        <translation>Iwan ito roon hanggang matapos.
Kapag kinuha ang card, magsisimula ulit mula sa umpisa.</translation>
    </message>
    <message>
        <source>保護者の方のカードは、使わないでください。</source>
        <translation>Huwag ilagay ang card ng magulang.</translation>
    </message>
    <message>
        <source>顔写真のある面を上にして、1枚だけ置きます。</source>
        <translation>Nakaharap sa itaas ang litrato, isang card lang.</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Ipasok ang My Number Card ng bata
sa card reader</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Ipasok ang My Number Card
sa card reader</translation>
    </message>
    <message>
        <source>ICチップのある面を上にして、チップの側から差し込みます。</source>
        <translation>Nakaharap sa itaas ang chip, unahin ang dulong may chip.</translation>
    </message>
    <message>
        <source>手続きが終わるまで、差し込んだままにしてください。
途中でカードを抜くと、はじめからやり直しになります。</source>
        <translation>Iwan ito roon hanggang matapos.
Kapag inalis ang card, magsisimula ulit mula sa umpisa.</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation>Ihanda ang mga ito</translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation>Handa na ako</translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation>Oo, na-renew</translation>
    </message>
    <message>
        <source>お子さまのカードと、お子さまの暗証番号を使います。</source>
        <translation>Ang card at PIN ng iyong anak ang gagamitin.</translation>
    </message>
    <message>
        <source>子どもの申込みをする（代理）</source>
        <translation>Mag-apply para sa aking anak</translation>
    </message>
    <message>
        <source>自分の申込みにもどる</source>
        <translation>Bumalik sa sarili kong aplikasyon</translation>
    </message>
    <message>
        <source>今日、市役所でマイナンバーカードの「更新」をしましたか？
（電子証明書の更新）</source>
        <translation>Nag-renew ka ba ng iyong My Number Card sa city hall ngayong araw?
(renewal ng electronic certificate)</translation>
    </message>
    <message>
        <source>分からない</source>
        <translation>Hindi ko alam</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>もう一度</source>
        <translation>Subukan ulit</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Tapusin</translation>
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
        <translation>Ano ang gusto ninyong gawin?</translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation>Hindi pa alam ang resulta ng application.
Magtanong sa kawani bago itigil.</translation>
    </message>
    <message>
        <source>手続きを続ける</source>
        <translation>Ituloy ang proseso</translation>
    </message>
    <message>
        <source>手続きをやめる</source>
        <translation>Itigil ang proseso</translation>
    </message>
    <message>
        <source>入力した内容を消して、終わります。</source>
        <translation>Buburahin ang inilagay at matatapos.</translation>
    </message>
    <message>
        <source>次の方に交代する</source>
        <translation>Lumipat sa susunod</translation>
    </message>
    <message>
        <source>入力した内容を消して、次の方が始めます。</source>
        <translation>Buburahin ang inilagay; magsisimula ang susunod.</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Tumawag ng kawani</translation>
    </message>
    <message>
        <source>入力した内容は、そのまま残ります。</source>
        <translation>Mananatili ang inilagay ninyo.</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Itigil</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>上に続きがあります</source>
        <extracomment>Least width for two parts side by side, and greatest height of a screen&apos;s content, in body letters. Of the height that is left over in a tall window, the part above the content: an eighth. Of the visible height, the part by which one press scrolls, so that the last line is the next first one.</extracomment>
        <translation>May kasunod sa itaas</translation>
    </message>
    <message>
        <source>下に続きがあります</source>
        <translation>May kasunod sa ibaba</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>しるし：</source>
        <translation>Simbolo: </translation>
    </message>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation>Hakbang %2 ng %1: %3</translation>
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
        <translation>Darating
ang kawani</translation>
    </message>
    <message>
        <source>このまま、お待ちください。</source>
        <translation>Maghintay po rito.</translation>
    </message>
    <message>
        <source>カードはそのままで大丈夫です。内容はかくしてあります。</source>
        <translation>Maaaring iwan ang card sa reader. Nakatago ang inilagay ninyo.</translation>
    </message>
    <message>
        <source>戻るには、ご自分のカードが読み取り機に必要です。</source>
        <translation>Para bumalik, pindutin habang nasa reader ang sarili ninyong card.</translation>
    </message>
    <message>
        <source>あと約%1分は、このままお待ちになれます</source>
        <translation>Maaari pang maghintay nang mga %1 minuto</translation>
    </message>
    <message>
        <source>お知らせを読む</source>
        <translation>Basahin ang abiso</translation>
    </message>
    <message>
        <source>手続きに戻る</source>
        <translation>Bumalik sa proseso</translation>
    </message>
</context>
<context>
    <name>TooSmall</name>
    <message>
        <source>画面が小さいため、表示できません。
職員をお呼びください。</source>
        <translation>Masyadong maliit ang screen para maipakita ito.
Tumawag ng kawani.</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <extracomment>The Japanese word, shown in every language. Kept: the curtain takes a person&apos;s letters for a while, and the tab does not.</extracomment>
        <translation>Pagsasanay</translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation>Naghahanda</translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>Maghintay sandali.</translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation>Tinitingnan
ang iyong card</translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation>Binubura
ang iyong datos</translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation>Kunin ang
iyong card</translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation>Tumawag ng kawani.</translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation>Hindi magagamit
ang terminal na ito</translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation>Hindi magagamit
sa ngayon</translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation>Binubura ang iyong datos</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>Para sa kawani</translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation>Terminal %1</translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation>%1 (hindi kailangan)</translation>
    </message>
    <message>
        <source>%1（失敗）</source>
        <translation>%1 (hindi nagawa)</translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation>Tawagan&#x3000;%1</translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation>Mga nakakabit na card reader</translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation>Walang nakakabit na card reader</translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (text while it is to do, text when it is done).</extracomment>
        <translation>Takpan ang screen</translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation>Natakpan ang screen</translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation>Mag-log out sa site</translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation>Naka-log out na sa site</translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation>Burahin ang kinopya</translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation>Nabura ang kinopya</translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation>Kanselahin ang print</translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation>Nakansela ang print</translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>End reason -&gt; its sentence, where the customer did not end the session.</extracomment>
        <translation>Tinapos dahil matagal na walang ginawa.</translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation>Tinapos dahil ubos na ang oras.</translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation>Tinapos dahil naalis ang card.</translation>
    </message>
    <message>
        <source>ちがうカードに替わったので、終わりました。</source>
        <translation>Tinapos dahil ibang card ang inilagay.</translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation>Tinapos dahil natanggal ang card reader.</translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation>Tinapos dahil huminto ang screen.</translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation>Tinapos dahil hindi makakonekta sa site.</translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation>Hindi alam ang resulta ng application. Huwag mag-apply ulit; tingnan ang status kasama ang kawani.</translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation>Baka nakita mo ang datos ng ibang tao. Huwag gumalaw ng anuman at tumawag ng kawani.</translation>
    </message>
    <message>
        <source>この端末に不具合があったので、終わりました。</source>
        <translation>Tinapos dahil nagkaproblema ang terminal na ito.</translation>
    </message>
    <message>
        <source>画面のつなぎ方が変わったので、終わりました。</source>
        <translation>Tinapos dahil nagbago ang koneksyon ng screen.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Reference code %1</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了する</source>
        <translation>Tapusin ang programa</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了しました</source>
        <translation>Natapos ang programa</translation>
    </message>
    <message>
        <source>カードとの通信を終える</source>
        <translation>Tapusin ang koneksyon sa card</translation>
    </message>
    <message>
        <source>カードとの通信を終えました</source>
        <translation>Natapos ang koneksyon sa card</translation>
    </message>
    <message>
        <source>一時的な記録を消す</source>
        <translation>Burahin ang pansamantalang tala</translation>
    </message>
    <message>
        <source>一時的な記録を消しました</source>
        <translation>Nabura ang pansamantalang tala</translation>
    </message>
    <message>
        <source>ありがとうございました</source>
        <translation>Maraming salamat</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Tapos na ang iyong transaksyon</translation>
    </message>
    <message>
        <source>お手続きは、できていません</source>
        <translation>Hindi natapos ang iyong transaksyon</translation>
    </message>
    <message>
        <source>お手続きの結果は、まだ分かりません</source>
        <translation>Hindi pa alam ang resulta</translation>
    </message>
    <message>
        <source>分からないことは、下の窓口でお尋ねください。</source>
        <translation>Kung may tanong, magtanong sa counter sa ibaba.</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員にお尋ねください。</source>
        <translation>Huwag mag-apply muli. Magtanong sa kawani.</translation>
    </message>
    <message>
        <source>窓口でご案内します</source>
        <translation>Pumunta po sa counter</translation>
    </message>
    <message>
        <source>職員にお声がけください</source>
        <translation>Sabihin po sa kawani</translation>
    </message>
    <message>
        <source>またお越しください</source>
        <translation>Bumalik po kayo muli</translation>
    </message>
    <message>
        <source>情報を消しました</source>
        <translation>Nabura na ang impormasyon</translation>
    </message>
    <message>
        <source>内容</source>
        <extracomment>Labels of the facts.</extracomment>
        <translation>Ano</translation>
    </message>
    <message>
        <source>確定日</source>
        <translation>Pinal</translation>
    </message>
    <message>
        <source>確かめ方</source>
        <translation>Tingnan</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Bakit</translation>
    </message>
    <message>
        <source>これから</source>
        <translation>Susunod</translation>
    </message>
    <message>
        <source>案内先</source>
        <translation>Puntahan</translation>
    </message>
    <message>
        <source>来られる日</source>
        <translation>Kailan</translation>
    </message>
    <message>
        <source>持ち物</source>
        <translation>Dalhin</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>Telepono</translation>
    </message>
    <message>
        <source>%1（音声案内 %2番）</source>
        <translation>%1 (pindutin ang %2)</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。</source>
        <translation>Maaari kang magsimula muli anumang oras. Walang natirang inilagay mo.</translation>
    </message>
    <message>
        <source>%1から手続きできます。</source>
        <translation>Maaari mula %1.</translation>
    </message>
    <message>
        <source>市民課の窓口</source>
        <translation>Counter ng Citizens’ Affairs (市民課)</translation>
    </message>
    <message>
        <source>お忘れ物はございませんか</source>
        <translation>May naiwan po ba kayo?</translation>
    </message>
    <message>
        <source>消去の控え</source>
        <translation>Resibo</translation>
    </message>
    <message>
        <source>お客さまの情報は、この端末に残っていません。</source>
        <translation>Walang natirang impormasyon mo sa terminal na ito.</translation>
    </message>
    <message>
        <source>%1に確かめました。</source>
        <translation>Natiyak noong %1.</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます。</source>
        <translation>Magsasara ang screen na ito sa loob ng %1 segundo.</translation>
    </message>
    <message>
        <source>職員が確認するまで、この画面のままです。</source>
        <translation>Mananatili ang screen na ito hanggang makita ng kawani.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Tingnan pa sandali</translation>
    </message>
    <message>
        <source>分かりました</source>
        <translation>Naintindihan ko</translation>
    </message>
    <message>
        <source>職員が確認しました</source>
        <translation>Nakita na ng kawani</translation>
    </message>
    <message>
        <source>この端末では、手続きを続けられませんでした。</source>
        <translation>Hindi naipagpatuloy ang transaksyon sa terminal na ito.</translation>
    </message>
    <message>
        <source>安全に接続できないため、終了しました。</source>
        <translation>Tinapos: hindi matiyak na ligtas ang site.</translation>
    </message>
    <message>
        <source>職員が手続きを終了しました。</source>
        <translation>Tinapos ng kawani ang transaksyon.</translation>
    </message>
    <message>
        <source>サイトで手続きを進められないため、終了しました。</source>
        <translation>Tinapos: hindi pinahihintulutan ng site na magpatuloy.</translation>
    </message>
    <message>
        <source>カードが
離れました</source>
        <translation>Naalis
ang card</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度置いてください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Ibalik agad ang parehong card.
Kapag natapos ang oras, mabubura ang inilagay mo.</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度差し込んでください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Ipasok agad ulit ang parehong card.
Kapag natapos ang oras, mabubura ang inilagay mo.</translation>
    </message>
    <message>
        <source>ただいま
休止中です</source>
        <translation>Nakahinto muna
ang terminal</translation>
    </message>
    <message>
        <source>本日の受付は
終了しました</source>
        <translation>Sarado na
ngayong araw</translation>
    </message>
    <message>
        <source>%1に再開する予定です</source>
        <translation>Bubuksan muli sa %1.</translation>
    </message>
    <message>
        <source>お急ぎの方は、%1へお越しください。</source>
        <translation>Kung nagmamadali, pumunta sa %1.</translation>
    </message>
    <message>
        <source>お電話でのお問い合わせ&#x3000;%1&#x3000;%2</source>
        <translation>Tanong sa telepono: %1 %2</translation>
    </message>
    <message>
        <source>控えを印刷する</source>
        <translation>I-print ito</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>Nagpi-print</translation>
    </message>
    <message>
        <source>印刷しました</source>
        <translation>Na-print na</translation>
    </message>
    <message>
        <source>印刷できませんでした。職員にお声がけください。</source>
        <translation>Hindi na-print. Magtanong sa kawani.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation>Payong</translation>
    </message>
    <message>
        <source>りんご</source>
        <translation>Mansanas</translation>
    </message>
    <message>
        <source>さかな</source>
        <translation>Isda</translation>
    </message>
    <message>
        <source>すず</source>
        <translation>Kampana</translation>
    </message>
    <message>
        <source>ほし</source>
        <translation>Bituin</translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation>Dahon</translation>
    </message>
    <message>
        <source>ふね</source>
        <translation>Bangka</translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation>Susi</translation>
    </message>
    <message>
        <source>コップ</source>
        <translation>Tasa</translation>
    </message>
    <message>
        <source>つき</source>
        <translation>Buwan</translation>
    </message>
    <message>
        <source>き</source>
        <translation>Puno</translation>
    </message>
    <message>
        <source>とり</source>
        <translation>Ibon</translation>
    </message>
    <message>
        <source>はな</source>
        <translation>Bulaklak</translation>
    </message>
    <message>
        <source>いえ</source>
        <translation>Bahay</translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation>Sombrero</translation>
    </message>
    <message>
        <source>ほん</source>
        <translation>Aklat</translation>
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
