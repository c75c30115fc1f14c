<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="my" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation>My Number ကတ်
လုပ်ငန်းစဉ်</translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation>မျက်နှာပြင်က တစ်ဆင့်ချင်း လမ်းပြပါမည်။
နားမလည်လျှင် ဝန်ထမ်းကို အချိန်မရွေး ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>စတင်ရန်</translation>
    </message>
    <message>
        <source>カードを読み取り機に置いても、始まります。</source>
        <translation>ကတ်ကို ကတ်ဖတ်စက်ပေါ် တင်လျှင်လည်း စတင်ပါမည်။</translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation>My Number ကတ် (マイナンバーカード)</translation>
    </message>
    <message>
        <source>%1に確認しました</source>
        <extracomment>Languages in a row: two rows of six where there is room, else as many as fit; all rows are full. From this factor of the letters on the languages have no room below the rest; they scroll with it.</extracomment>
        <translation>%1 တွင် အတည်ပြုပြီး</translation>
    </message>
    <message>
        <source>前の方の情報は残っていません</source>
        <translation>ရှေ့လူ၏ အချက်အလက် မကျန်ပါ</translation>
    </message>
    <message>
        <source>ご用意いただくもの</source>
        <translation>လိုအပ်သည်များ</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号（利用者証明用）</source>
        <translation>အသုံးပြုသူ အတည်ပြု PIN (ဂဏန်း 4 လုံး)</translation>
    </message>
    <message>
        <source>ただいま、申込みサイトにつながりません。
この表示が消えるまでお待ちになるか、職員にお声がけください。</source>
        <translation>လောလောဆယ် လျှောက်လွှာ ဆိုက်သို့ ချိတ်ဆက်၍ မရပါ။
ဤစာ ပျောက်သည်အထိ စောင့်ပါ၊ သို့မဟုတ် ဝန်ထမ်းကို မေးပါ။</translation>
    </message>
    <message>
        <source>カードを読み取り機に差し込んでも、始まります。</source>
        <translation>ကတ်ကို ကတ်ဖတ်စက်ထဲ ထည့်လျှင်လည်း စတင်ပါမည်။</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きは、できていません</source>
        <translation>လုပ်ငန်းစဉ် မပြီးသေးပါ</translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation>မျက်နှာပြင်ကို ဖတ်ပါ။ နားမလည်လျှင် ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation>ရလဒ်ကို မသိရသေးပါ</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation>ထပ်မလျှောက်ပါနှင့်။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>အဆုံးသတ်ရန်</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. Kind of card, drawing and colour of each result: no result is distinguished by colour alone.</extracomment>
        <translation>ဤမျက်နှာပြင်သည် %1 စက္ကန့်အတွင်း ပိတ်ပါမည်</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>သင့်လုပ်ငန်းစဉ် ပြီးဆုံးပါပြီ</translation>
    </message>
    <message>
        <source>「終わる」を押してから、カードをお取りください。</source>
        <translation>“အဆုံးသတ်ရန်” ကို နှိပ်ပြီးမှ ကတ်ကို ယူပါ။</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>နောက်ထပ် ခဏ ကြည့်ရန်</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>最後の確認です。
もう一度、暗証番号を
入力してください</source>
        <translation>နောက်ဆုံး စစ်ဆေးခြင်း-
PIN ကို ထပ်ထည့်ပါ</translation>
    </message>
    <message>
        <source>カードは、そのままにしてください。</source>
        <translation>ကတ်ကို မရွှေ့ပါနှင့်။</translation>
    </message>
    <message>
        <source>ほかの方の申込みと取り違えないために確かめています。</source>
        <translation>အခြားသူ၏ လျှောက်လွှာနှင့် မရောစေရန် စစ်ဆေးသည်။</translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みと取り違えないために確かめています。
3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>အခြားသူ၏ လျှောက်လွှာနှင့် မရောစေရန် စစ်ဆေးသည်။
3 ကြိမ် မှားလျှင် သုံး၍ မရတော့ပါ (%n ကြိမ် ကျန်)။</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>これを選ぶ</source>
        <extracomment>So many procedures stand side by side as equal cards; more, or large letters, in rows. Drawing of a procedure that applies for something, and of one that only shows something.</extracomment>
        <translation>ဤအရာကို ရွေးရန်</translation>
    </message>
    <message>
        <source>どの手続きをしますか？</source>
        <translation>ဘာလုပ်ချင်ပါသလဲ။</translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation>တစ်ခု ရွေးပြီး နှိပ်ပါ။</translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation>ဂဏန်း 4 လုံး PIN ကို
ထည့်ပါ</translation>
    </message>
    <message>
        <source>利用者証明用の番号です。
コンビニで証明書をとるときと同じ番号です。</source>
        <translation>အသုံးပြုသူ အတည်ပြု PIN ဖြစ်ပါသည်။
စတိုးဆိုင်တွင် သုံးသည့် နံပါတ်နှင့် အတူတူပါ။</translation>
    </message>
    <message>
        <source>お子さまのカードの、利用者証明用の番号です。</source>
        <translation>ကလေး၏ ကတ်၏ အသုံးပြုသူ အတည်ပြု PIN ဖြစ်ပါသည်။</translation>
    </message>
</context>
<context>
    <name>ExtendScreen</name>
    <message>
        <source>続けるには、
暗証番号を
入力してください</source>
        <translation>ဆက်လုပ်ရန်
PIN ထည့်ပါ</translation>
    </message>
    <message>
        <source>しばらく操作がありませんでした。
ご本人かどうかを確かめます。</source>
        <translation>ကြာရှည် မထိခဲ့ပါ။
သင်ကိုယ်တိုင် ဟုတ်မဟုတ် စစ်ပါမည်။</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation>ပြင်ဆင်ခြင်း</translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation>ကတ်တင်ခြင်း</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation>ထပ်မံ စစ်ဆေးခြင်း</translation>
    </message>
    <message>
        <source>時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>အချိန်ကုန်သွားပါပြီ။ မလျှောက်ရသေးပါ။ လျှောက်ထားလိုလျှင် “လျှောက်ထားရန်” (申し込む) ကို ထပ်နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>မလျှောက်ရသေးပါ။ လျှောက်ထားလိုလျှင် “လျှောက်ထားရန်” (申し込む) ကို ထပ်နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>この先のページは日本語です。押すところを、ここでお知らせします。</source>
        <translation>နောက်စာမျက်နှာများ ဂျပန်ဘာသာ။ ဒီနေရာတွင် လမ်းပြမည်။</translation>
    </message>
    <message>
        <source>分からないときは、「職員を呼ぶ」を押してください。</source>
        <translation>မသိလျှင် ဝန်ထမ်း ခေါ်ရန် ကို နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>ကတ်</translation>
    </message>
    <message>
        <source>お手続き</source>
        <translation>လုပ်ငန်းစဉ်</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>ပြီးပြီ</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>やめる</source>
        <translation>ရပ်ရန်</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>ပြန်သွားရန်</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>端末</source>
        <extracomment>What is left out, one after the other, until the rest has room: the words on two buttons, then the window&apos;s name. The place over the buttons.</extracomment>
        <translation>စက်</translation>
    </message>
    <message>
        <source>文字の大きさと色</source>
        <translation>စာလုံးအရွယ်နှင့် အရောင်</translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation>ဘာသာစကား ရွေးရန် Language</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>ဝန်ထမ်း ခေါ်ရန်</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>စာလုံးအရွယ်</translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. The event that 続ける posts.</extracomment>
        <translation>စက္ကန့်</translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation>
            <numerusform>%n စက္ကန့်အတွင်း သင်ထည့်ထားသည်များ ပျက်သွားပါမည်</numerusform>
        </translation>
    </message>
    <message>
        <source>続けますか？</source>
        <translation>ဆက်လုပ်မလား။</translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation>ဘာမှ မလုပ်လျှင် ထည့်ထားသမျှ ပျက်သွားပြီး
ပထမ မျက်နှာပြင်သို့ ပြန်သွားပါမည်။</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>ဆက်လုပ်ရန်</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>အဆုံးသတ်ရန်</translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation>ဤလုပ်ငန်းစဉ်၏ အမှတ်အသား:</translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation>သင့်ကတ် ဟုတ်ပါသလား။</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>すべて消す</source>
        <extracomment>Row and column of each of the ten digits: telephone order, 0 in the middle of the last row. What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same. A digit was typed; digits were erased. Neither carries a digit.</extracomment>
        <translation>အားလုံး ဖျက်</translation>
    </message>
    <message>
        <source>1つ消す</source>
        <translation>1 လုံး ဖျက်</translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>やめて、職員に相談する</source>
        <translation>ရပ်ပြီး ဝန်ထမ်းကို မေးမည်</translation>
    </message>
    <message>
        <source>番号が分かるので、続ける</source>
        <translation>PIN ကို သိသည်၊ ဆက်လုပ်မည်</translation>
    </message>
    <message>
        <source>暗証番号が
ちがいました</source>
        <translation>PIN
မှားပါသည်</translation>
    </message>
    <message>
        <source>暗証番号を入力できるのは、
あと1回です</source>
        <translation>PINကို
1 ကြိမ်သာ ထပ်ထည့်နိုင်ပါသည်</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号に自信がないときは、ここでやめて、職員にご相談ください。</source>
        <translation>နောက်တစ်ကြိမ် မှားပါက ဤကတ်၏ PINကို သုံး၍ မရတော့ပါ။
နံပါတ် မသေချာပါက ဤနေရာတွင် ရပ်၍ ဝန်ထမ်းကို မေးပါ။</translation>
    </message>
</context>
<context>
    <name>LimitWarningScreen</name>
    <message>
        <source>まもなく終わります</source>
        <translation>မကြာမီ ပြီးပါမည်</translation>
    </message>
    <message>
        <source>使える時間は、あと少しです。のばせません。
時間になると、入力した内容はすべて消えます。</source>
        <translation>အချိန် အနည်းငယ်သာ ကျန်ပါသည်။ တိုး၍ မရပါ။
အချိန်ပြည့်လျှင် ထည့်ထားသည်များ ပျက်ပါမည်။</translation>
    </message>
    <message>
        <source>それまで続ける</source>
        <translation>ထိုအချိန်ထိ ဆက်လုပ်မည်</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>標準</source>
        <translation>ပုံမှန်</translation>
    </message>
    <message>
        <source>大きい</source>
        <translation>ကြီး</translation>
    </message>
    <message>
        <source>とても大きい</source>
        <translation>အလွန်ကြီး</translation>
    </message>
    <message>
        <source>はっきり</source>
        <translation>ထင်ရှားသော အရောင်</translation>
    </message>
    <message>
        <source>黒地に白</source>
        <translation>အနက်ပေါ် အဖြူ</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>စာလုံးအရွယ်</translation>
    </message>
    <message>
        <source>画面の色</source>
        <translation>မျက်နှာပြင် အရောင်</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation>ဂဏန်း %1 လုံးတွင် %2 လုံး ထည့်ပြီး</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation>စစ်ဆေးနေသည်။ ကတ်ကို မရွှေ့ဘဲ စောင့်ပါ။</translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation>PIN ကို ဤစက်တွင် မသိမ်းပါ။</translation>
    </message>
    <message>
        <source>数字の並びを変える</source>
        <extracomment>Whether it asks to cover the keys with the other hand.</extracomment>
        <translation>ဂဏန်းများ နေရာပြောင်းရန်</translation>
    </message>
    <message>
        <source>手でかくして、
押してください</source>
        <translation>လက်ဖြင့် ကာပြီး
နှိပ်ပါ</translation>
    </message>
    <message>
        <source>番号は画面に出ません。</source>
        <translation>နံပါတ်ကို မျက်နှာပြင်တွင် မပြပါ။</translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>PIN မှားနေသည်။ 3 ကြိမ် မှားလျှင် သုံး၍ မရတော့ပါ (%n ကြိမ် ကျန်)။</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>3 ကြိမ် မှားလျှင် သုံး၍ မရတော့ပါ (%n ကြိမ် ကျန်)။</numerusform>
        </translation>
    </message>
    <message>
        <source>この番号でよい</source>
        <translation>ဤနံပါတ် မှန်ပါသည်</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。</source>
        <translation>နောက်တစ်ကြိမ် မှားပါက ဤကတ်၏ PINကို သုံး၍ မရတော့ပါ။
နံပါတ်ကို သေချာစစ်ပြီး “ဤနံပါတ် မှန်ပါသည်” ကို နှိပ်ပါ။ မနှိပ်မချင်း ဘာမှ မဖြစ်ပါ။</translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
確かめています</source>
        <translation>သင့်ကတ်ကို
စစ်ဆေးနေသည်</translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation>ကတ်ကို မရွှေ့ဘဲ စောင့်ပါ။</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>စုံစမ်းရန် နံပါတ် %1</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>ကလေး၏ My Number ကတ်ကို
ကတ်ဖတ်စက်ပေါ်တွင်
တင်ပါ</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>My Number ကတ်ကို
ကတ်ဖတ်စက်ပေါ်တွင်
တင်ပါ</translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにしてください。
途中でカードを取ると、はじめからやり直しになります。</source>
        <translation>ပြီးဆုံးသည်အထိ ဤအတိုင်း ထားပါ။
ကတ်ကို ယူလိုက်ပါက အစမှ ပြန်လုပ်ရပါမည်။</translation>
    </message>
    <message>
        <source>保護者の方のカードは、使わないでください。</source>
        <translation>မိဘ၏ ကတ်ကို မတင်ပါနှင့်။</translation>
    </message>
    <message>
        <source>顔写真のある面を上にして、1枚だけ置きます。</source>
        <translation>ပုံပါသည့်ဘက်ကို အပေါ်ထားပြီး တစ်ကတ်တည်း တင်ပါ။</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>ကလေး၏ My Number ကတ်ကို
ကတ်ဖတ်စက်ထဲသို့
ထည့်ပါ</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>My Number ကတ်ကို
ကတ်ဖတ်စက်ထဲသို့
ထည့်ပါ</translation>
    </message>
    <message>
        <source>ICチップのある面を上にして、チップの側から差し込みます。</source>
        <translation>ချစ်ပ်ပါသည့်ဘက်ကို အပေါ်ထားပြီး ချစ်ပ်ဘက်မှ ထည့်ပါ။</translation>
    </message>
    <message>
        <source>手続きが終わるまで、差し込んだままにしてください。
途中でカードを抜くと、はじめからやり直しになります。</source>
        <translation>ပြီးဆုံးသည်အထိ ဤအတိုင်း ထားပါ။
ကတ်ကို ထုတ်လိုက်ပါက အစမှ ပြန်လုပ်ရပါမည်။</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation>ပြင်ဆင်ထားပါ</translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation>မတိုးပါ</translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation>အဆင်သင့် ဖြစ်ပါပြီ</translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation>တိုးခဲ့ပါသည်</translation>
    </message>
    <message>
        <source>お子さまのカードと、お子さまの暗証番号を使います。</source>
        <translation>ကလေး၏ ကတ်နှင့် ကလေး၏ PIN ကို သုံးပါသည်။</translation>
    </message>
    <message>
        <source>子どもの申込みをする（代理）</source>
        <translation>ကလေးအတွက် လျှောက်ထားရန်</translation>
    </message>
    <message>
        <source>自分の申込みにもどる</source>
        <translation>မိမိ၏ လျှောက်ထားမှုသို့ ပြန်ရန်</translation>
    </message>
    <message>
        <source>今日、市役所でマイナンバーカードの「更新」をしましたか？
（電子証明書の更新）</source>
        <translation>ဒီနေ့ မြို့တော်ခန်းမတွင် My Number ကတ်ကို သက်တမ်းတိုးခဲ့ပါသလား။
(အီလက်ထရောနစ် လက်မှတ် သက်တမ်းတိုးခြင်း)</translation>
    </message>
    <message>
        <source>分からない</source>
        <translation>မသိပါ</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>もう一度</source>
        <translation>ထပ်စမ်းပါ</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>အဆုံးသတ်ရန်</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <extracomment>The place after a full stop of any script, with the space there. First letter of the failure&apos;s code -&gt; its icon; for all others &quot;info&quot;.</extracomment>
        <translation>စုံစမ်းရန် နံပါတ် %1</translation>
    </message>
    <message>
        <source>窓口：%1&#x3000;%2</source>
        <translation>ကောင်တာ- %1 %2</translation>
    </message>
    <message>
        <source>書類：%1</source>
        <translation>ပုံစံ- %1</translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message>
        <source>手続きをどうしますか？</source>
        <translation>ဘာလုပ်လိုပါသလဲ။</translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation>လျှောက်လွှာ ရလဒ်ကို မသိရသေးပါ။
မရပ်မီ ဝန်ထမ်းကို မေးပါ။</translation>
    </message>
    <message>
        <source>手続きを続ける</source>
        <translation>လုပ်ငန်းစဉ် ဆက်လုပ်ရန်</translation>
    </message>
    <message>
        <source>手続きをやめる</source>
        <translation>လုပ်ငန်းစဉ် ရပ်ရန်</translation>
    </message>
    <message>
        <source>入力した内容を消して、終わります。</source>
        <translation>ထည့်ထားသည်ကို ဖျက်ပြီး ပြီးဆုံးမည်။</translation>
    </message>
    <message>
        <source>次の方に交代する</source>
        <translation>နောက်လူသို့ ပြောင်းရန်</translation>
    </message>
    <message>
        <source>入力した内容を消して、次の方が始めます。</source>
        <translation>ထည့်ထားသည်ကို ဖျက်ပြီး နောက်လူ စတင်မည်။</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>ဝန်ထမ်း ခေါ်ရန်</translation>
    </message>
    <message>
        <source>入力した内容は、そのまま残ります。</source>
        <translation>ထည့်ထားသည်မှာ ဒီအတိုင်း ကျန်ရှိမည်။</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>ရပ်ရန်</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>上に続きがあります</source>
        <extracomment>Least width for two parts side by side, and greatest height of a screen&apos;s content, in body letters. Of the height that is left over in a tall window, the part above the content: an eighth. Of the visible height, the part by which one press scrolls, so that the last line is the next first one.</extracomment>
        <translation>အပေါ်တွင် ဆက်ရန် ရှိသည်</translation>
    </message>
    <message>
        <source>下に続きがあります</source>
        <translation>အောက်တွင် ဆက်ရန် ရှိသည်</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>しるし：</source>
        <translation>သင်္ကေတ- </translation>
    </message>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation>အဆင့် %1 ခုတွင် %2: %3</translation>
    </message>
</context>
<context>
    <name>StaffCalledScreen</name>
    <message>
        <source>端末</source>
        <translation>စက်</translation>
    </message>
    <message>
        <source>職員が
参ります</source>
        <translation>ဝန်ထမ်း
လာနေပါသည်</translation>
    </message>
    <message>
        <source>このまま、お待ちください。</source>
        <translation>ဤနေရာတွင် စောင့်ပါ။</translation>
    </message>
    <message>
        <source>カードはそのままで大丈夫です。内容はかくしてあります。</source>
        <translation>ကတ်ကို စက်ပေါ်တွင် ထားနိုင်ပါသည်။ ဖြည့်ထားသည်များကို ဖုံးထားပါသည်။</translation>
    </message>
    <message>
        <source>戻るには、ご自分のカードが読み取り機に必要です。</source>
        <translation>ပြန်သွားရန် သင့်ကတ်ကို စက်ပေါ်တင်ထားလျက် နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>あと約%1分は、このままお待ちになれます</source>
        <translation>နောက်ထပ် %1 မိနစ်ခန့် စောင့်နိုင်ပါသည်</translation>
    </message>
    <message>
        <source>お知らせを読む</source>
        <translation>အသိပေးချက် ဖတ်ရန်</translation>
    </message>
    <message>
        <source>手続きに戻る</source>
        <translation>လုပ်ငန်းစဉ်သို့ ပြန်သွားရန်</translation>
    </message>
</context>
<context>
    <name>TooSmall</name>
    <message>
        <source>画面が小さいため、表示できません。
職員をお呼びください。</source>
        <translation>မျက်နှာပြင် သေးလွန်း၍ မပြနိုင်ပါ။
ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <extracomment>The Japanese word, shown in every language. Kept: the curtain takes a person&apos;s letters for a while, and the tab does not.</extracomment>
        <translation>လေ့ကျင့်ရေး</translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation>ပြင်ဆင်နေသည်</translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>ခဏ စောင့်ပါ။</translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation>သင့်ကတ်ကို
စစ်ဆေးနေသည်</translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation>သင့်အချက်အလက်များကို
ဖျက်နေသည်</translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation>သင့်ကတ်ကို
ယူပါ</translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation>ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation>ဤစက်ကို
ယာယီ ပိတ်ထားသည်</translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation>ယခု
အသုံးပြု၍ မရပါ</translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation>သင့်အချက်အလက်များကို ဖျက်နေသည်</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>ဝန်ထမ်းအတွက်</translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation>စက် %1</translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation>%1 (မလိုပါ)</translation>
    </message>
    <message>
        <source>%1（失敗）</source>
        <translation>%1 (မအောင်မြင်ပါ)</translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation>ဆက်သွယ်ရန်&#x3000;%1</translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation>ချိတ်ထားသော ကတ်ဖတ်စက်များ</translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation>ကတ်ဖတ်စက် ချိတ်မထားပါ</translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (text while it is to do, text when it is done).</extracomment>
        <translation>မျက်နှာပြင်ကို ဖုံးရန်</translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation>မျက်နှာပြင်ကို ဖုံးပြီး</translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation>ဝဘ်ဆိုက်မှ ထွက်ရန်</translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation>ဝဘ်ဆိုက်မှ ထွက်ပြီး</translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation>ကူးထားသည်များ ဖျက်ရန်</translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation>ကူးထားသည်များ ဖျက်ပြီး</translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation>ပုံနှိပ်မှု ပယ်ဖျက်ရန်</translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation>ပုံနှိပ်မှု ပယ်ဖျက်ပြီး</translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>End reason -&gt; its sentence, where the customer did not end the session.</extracomment>
        <translation>အချိန်အတန်ကြာ မသုံးသောကြောင့် အဆုံးသတ်ခဲ့သည်။</translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation>အချိန်ပြည့်သောကြောင့် အဆုံးသတ်ခဲ့သည်။</translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation>ကတ် ဖယ်သွားသောကြောင့် အဆုံးသတ်ခဲ့သည်။</translation>
    </message>
    <message>
        <source>ちがうカードに替わったので、終わりました。</source>
        <translation>အခြားကတ် တင်သောကြောင့် အဆုံးသတ်ခဲ့သည်။</translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation>ကတ်ဖတ်စက် ပြုတ်သွားသောကြောင့် အဆုံးသတ်ခဲ့သည်။</translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation>မျက်နှာပြင် ရပ်သွားသောကြောင့် အဆုံးသတ်ခဲ့သည်။</translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation>ဝဘ်ဆိုက်နှင့် ချိတ်ဆက်မရသောကြောင့် အဆုံးသတ်ခဲ့သည်။</translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation>လျှောက်လွှာ ရလဒ်ကို မသိရပါ။ ထပ်မလျှောက်ပါနှင့်။ ဝန်ထမ်းနှင့်အတူ အခြေအနေကို စစ်ဆေးပါ။</translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation>အခြားသူ၏ အချက်အလက်ကို မြင်ခဲ့ရနိုင်သည်။ ဘာမှ မလုပ်ဘဲ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>この端末に不具合があったので、終わりました。</source>
        <translation>ဤစက် ချို့ယွင်းသောကြောင့် အဆုံးသတ်ခဲ့သည်။</translation>
    </message>
    <message>
        <source>画面のつなぎ方が変わったので、終わりました。</source>
        <translation>မျက်နှာပြင် ချိတ်ဆက်မှု ပြောင်းသွားသောကြောင့် အဆုံးသတ်ခဲ့သည်။</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>စုံစမ်းရန် နံပါတ် %1</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了する</source>
        <translation>ပရိုဂရမ်ကို ပိတ်ရန်</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了しました</source>
        <translation>ပရိုဂရမ်ကို ပိတ်ပြီးပါပြီ</translation>
    </message>
    <message>
        <source>カードとの通信を終える</source>
        <translation>ကတ်နှင့် ဆက်သွယ်မှု ပြီးဆုံးရန်</translation>
    </message>
    <message>
        <source>カードとの通信を終えました</source>
        <translation>ကတ်နှင့် ဆက်သွယ်မှု ပြီးဆုံးပါပြီ</translation>
    </message>
    <message>
        <source>一時的な記録を消す</source>
        <translation>ယာယီမှတ်တမ်း ဖျက်ရန်</translation>
    </message>
    <message>
        <source>一時的な記録を消しました</source>
        <translation>ယာယီမှတ်တမ်း ဖျက်ပြီးပါပြီ</translation>
    </message>
    <message>
        <source>ありがとうございました</source>
        <translation>ကျေးဇူးတင်ပါသည်</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>သင့်လုပ်ငန်းစဉ် ပြီးဆုံးပါပြီ</translation>
    </message>
    <message>
        <source>お手続きは、できていません</source>
        <translation>သင့်လုပ်ငန်းစဉ် မပြီးပါ</translation>
    </message>
    <message>
        <source>お手続きの結果は、まだ分かりません</source>
        <translation>ရလဒ်ကို မသိရသေးပါ</translation>
    </message>
    <message>
        <source>分からないことは、下の窓口でお尋ねください。</source>
        <translation>မရှင်းလင်းသည်များကို အောက်ပါ ကောင်တာတွင် မေးပါ။</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員にお尋ねください。</source>
        <translation>ထပ်မလျှောက်ပါနှင့်။ ဝန်ထမ်းကို မေးပါ။</translation>
    </message>
    <message>
        <source>窓口でご案内します</source>
        <translation>ကောင်တာသို့ သွားပါ</translation>
    </message>
    <message>
        <source>職員にお声がけください</source>
        <translation>ဝန်ထမ်းကို ပြောပါ</translation>
    </message>
    <message>
        <source>またお越しください</source>
        <translation>နောက်တစ်ကြိမ် လာပါ</translation>
    </message>
    <message>
        <source>情報を消しました</source>
        <translation>သင့်အချက်အလက် ဖျက်ပြီးပါပြီ</translation>
    </message>
    <message>
        <source>内容</source>
        <extracomment>Labels of the facts.</extracomment>
        <translation>အကြောင်း</translation>
    </message>
    <message>
        <source>確定日</source>
        <translation>အတည်</translation>
    </message>
    <message>
        <source>確かめ方</source>
        <translation>ကြည့်ရန်</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>အကြောင်းရင်း</translation>
    </message>
    <message>
        <source>これから</source>
        <translation>ယခု</translation>
    </message>
    <message>
        <source>案内先</source>
        <translation>သွားရန်</translation>
    </message>
    <message>
        <source>来られる日</source>
        <translation>မည်သည့်နေ့</translation>
    </message>
    <message>
        <source>持ち物</source>
        <translation>ယူလာရန်</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>ဖုန်း</translation>
    </message>
    <message>
        <source>%1（音声案内 %2番）</source>
        <translation>%1 (%2 ကို နှိပ်ပါ)</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>ကုဒ်</translation>
    </message>
    <message>
        <source>いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。</source>
        <translation>အချိန်မရွေး အစမှ ပြန်လုပ်နိုင်ပါသည်။ ထည့်ခဲ့သည်များ မကျန်ပါ။</translation>
    </message>
    <message>
        <source>%1から手続きできます。</source>
        <translation>%1 မှစ၍ လုပ်နိုင်ပါသည်။</translation>
    </message>
    <message>
        <source>市民課の窓口</source>
        <translation>မြို့သားရေးရာ ကောင်တာ (市民課)</translation>
    </message>
    <message>
        <source>お忘れ物はございませんか</source>
        <translation>ကျန်ခဲ့သည့်အရာ ရှိပါသလား</translation>
    </message>
    <message>
        <source>消去の控え</source>
        <translation>ဖျက်ကြောင်း အထောက်အထား</translation>
    </message>
    <message>
        <source>お客さまの情報は、この端末に残っていません。</source>
        <translation>ဤစက်တွင် သင့်အချက်အလက် မကျန်တော့ပါ။</translation>
    </message>
    <message>
        <source>%1に確かめました。</source>
        <translation>%1 တွင် စစ်ဆေးပြီး။</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます。</source>
        <translation>ဤမျက်နှာပြင်သည် %1 စက္ကန့်အတွင်း ပိတ်ပါမည်။</translation>
    </message>
    <message>
        <source>職員が確認するまで、この画面のままです。</source>
        <translation>ဝန်ထမ်း မစစ်ဆေးမချင်း ဤမျက်နှာပြင် ရှိနေပါမည်။</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>နောက်ထပ် ခဏ ကြည့်ရန်</translation>
    </message>
    <message>
        <source>分かりました</source>
        <translation>နားလည်ပါပြီ</translation>
    </message>
    <message>
        <source>職員が確認しました</source>
        <translation>ဝန်ထမ်း စစ်ဆေးပြီး</translation>
    </message>
    <message>
        <source>この端末では、手続きを続けられませんでした。</source>
        <translation>ဤစက်တွင် ဆက်လုပ်၍ မရခဲ့ပါ။</translation>
    </message>
    <message>
        <source>安全に接続できないため、終了しました。</source>
        <translation>ဆိုက်၏ လုံခြုံမှုကို အတည်မပြုနိုင်၍ ပြီးဆုံးပါသည်။</translation>
    </message>
    <message>
        <source>職員が手続きを終了しました。</source>
        <translation>ဝန်ထမ်းက လုပ်ငန်းစဉ်ကို ပြီးဆုံးစေပါသည်။</translation>
    </message>
    <message>
        <source>サイトで手続きを進められないため、終了しました。</source>
        <translation>ဆိုက်တွင် ဆက်မလုပ်နိုင်၍ ပြီးဆုံးပါသည်။</translation>
    </message>
    <message>
        <source>カードが
離れました</source>
        <translation>ကတ်သည် ကတ်ဖတ်စက်မှ
ကွာသွားသည်</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度置いてください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>တူညီသောကတ်ကို ချက်ချင်း ပြန်တင်ပါ။
အချိန်ကုန်ပါက ထည့်ထားသမျှ ပျက်သွားပါမည်။</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度差し込んでください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>တူညီသောကတ်ကို ချက်ချင်း ပြန်ထည့်ပါ။
အချိန်ကုန်ပါက ထည့်ထားသမျှ ပျက်သွားပါမည်။</translation>
    </message>
    <message>
        <source>ただいま
休止中です</source>
        <translation>စက်ကို
ခဏ ရပ်ထားသည်</translation>
    </message>
    <message>
        <source>本日の受付は
終了しました</source>
        <translation>ယနေ့အတွက်
ပြီးပါပြီ</translation>
    </message>
    <message>
        <source>%1に再開する予定です</source>
        <translation>%1 တွင် ပြန်ဖွင့်ပါမည်။</translation>
    </message>
    <message>
        <source>お急ぎの方は、%1へお越しください。</source>
        <translation>အလျင်လိုပါက %1 သို့ သွားပါ။</translation>
    </message>
    <message>
        <source>お電話でのお問い合わせ&#x3000;%1&#x3000;%2</source>
        <translation>ဖုန်းဖြင့် မေးရန်: %1 %2</translation>
    </message>
    <message>
        <source>控えを印刷する</source>
        <translation>ဤစာရွက် ပုံနှိပ်ရန်</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>ပုံနှိပ်နေသည်</translation>
    </message>
    <message>
        <source>印刷しました</source>
        <translation>ပုံနှိပ်ပြီးပါပြီ</translation>
    </message>
    <message>
        <source>印刷できませんでした。職員にお声がけください。</source>
        <translation>ပုံနှိပ်၍ မရပါ။ ဝန်ထမ်းကို ပြောပါ။</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation>ထီး</translation>
    </message>
    <message>
        <source>りんご</source>
        <translation>ပန်းသီး</translation>
    </message>
    <message>
        <source>さかな</source>
        <translation>ငါး</translation>
    </message>
    <message>
        <source>すず</source>
        <translation>ခေါင်းလောင်း</translation>
    </message>
    <message>
        <source>ほし</source>
        <translation>ကြယ်</translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation>သစ်ရွက်</translation>
    </message>
    <message>
        <source>ふね</source>
        <translation>လှေ</translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation>သော့</translation>
    </message>
    <message>
        <source>コップ</source>
        <translation>ခွက်</translation>
    </message>
    <message>
        <source>つき</source>
        <translation>လ</translation>
    </message>
    <message>
        <source>き</source>
        <translation>သစ်ပင်</translation>
    </message>
    <message>
        <source>とり</source>
        <translation>ငှက်</translation>
    </message>
    <message>
        <source>はな</source>
        <translation>ပန်း</translation>
    </message>
    <message>
        <source>いえ</source>
        <translation>အိမ်</translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation>ဦးထုပ်</translation>
    </message>
    <message>
        <source>ほん</source>
        <translation>စာအုပ်</translation>
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
