<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ne" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation>माइ नम्बर कार्डको
प्रक्रिया</translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation>स्क्रिनले तपाईंलाई एक-एक चरण देखाउँछ।
नबुझेमा जुनसुकै बेला कर्मचारीलाई बोलाउनुहोस्।</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>सुरु गर्नुहोस्</translation>
    </message>
    <message>
        <source>カードを読み取り機に置いても、始まります。</source>
        <translation>कार्ड रिडरमा राख्दा पनि सुरु हुन्छ।</translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation>माइ नम्बर कार्ड (マイナンバーカード)</translation>
    </message>
    <message>
        <source>%1に確認しました</source>
        <extracomment>Languages in a row: two rows of six where there is room, else as many as fit; all rows are full. From this factor of the letters on the languages have no room below the rest; they scroll with it.</extracomment>
        <translation>%1 मा पुष्टि भयो</translation>
    </message>
    <message>
        <source>前の方の情報は残っていません</source>
        <translation>अघिल्लो व्यक्तिको जानकारी बाँकी छैन</translation>
    </message>
    <message>
        <source>ご用意いただくもの</source>
        <translation>चाहिने कुराहरू</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号（利用者証明用）</source>
        <translation>प्रयोगकर्ता प्रमाणीकरण पिन (4 अंक)</translation>
    </message>
    <message>
        <source>ただいま、申込みサイトにつながりません。
この表示が消えるまでお待ちになるか、職員にお声がけください。</source>
        <translation>अहिले आवेदन साइटमा जडान हुन सकेन।
यो सूचना नहटेसम्म पर्खनुहोस् वा कर्मचारीलाई सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>カードを読み取り機に差し込んでも、始まります。</source>
        <translation>कार्ड रिडरमा घुसाउँदा पनि सुरु हुन्छ।</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きは、できていません</source>
        <translation>प्रक्रिया पूरा भएको छैन</translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation>स्क्रिनको विवरण पढ्नुहोस्। नबुझेमा कर्मचारीलाई बोलाउनुहोस्।</translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation>नतिजा अझै थाहा छैन</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation>फेरि आवेदन नगर्नुहोस्। कर्मचारीलाई बोलाउनुहोस्।</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>अन्त्य गर्नुहोस्</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. Kind of card, drawing and colour of each result: no result is distinguished by colour alone.</extracomment>
        <translation>यो स्क्रिन %1 सेकेन्डमा बन्द हुन्छ</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>तपाईंको प्रक्रिया पूरा भयो</translation>
    </message>
    <message>
        <source>「終わる」を押してから、カードをお取りください。</source>
        <translation>पहिले “अन्त्य गर्नुहोस्” थिच्नुहोस्, अनि कार्ड लिनुहोस्।</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>अझै केही बेर हेर्ने</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>最後の確認です。
もう一度、暗証番号を
入力してください</source>
        <translation>अन्तिम जाँच:
पिन फेरि हाल्नुहोस्</translation>
    </message>
    <message>
        <source>カードは、そのままにしてください。</source>
        <translation>कार्ड त्यहीँ राख्नुहोस्।</translation>
    </message>
    <message>
        <source>ほかの方の申込みと取り違えないために確かめています。</source>
        <translation>अरू कसैको आवेदनसँग नमिसियोस् भनी जाँच गर्छौं।</translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みと取り違えないために確かめています。
3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>अरू कसैको आवेदनसँग नमिसियोस् भनी जाँच गर्छौं।
3 पटक नमिले पिन प्रयोग हुँदैन (बाँकी %n पटक)।</numerusform>
            <numerusform>अरू कसैको आवेदनसँग नमिसियोस् भनी जाँच गर्छौं।
3 पटक नमिले पिन प्रयोग हुँदैन (बाँकी %n पटक)।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>これを選ぶ</source>
        <extracomment>So many procedures stand side by side as equal cards; more, or large letters, in rows. Drawing of a procedure that applies for something, and of one that only shows something.</extracomment>
        <translation>यो छान्नुहोस्</translation>
    </message>
    <message>
        <source>どの手続きをしますか？</source>
        <translation>तपाईं के गर्न चाहनुहुन्छ?</translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation>एउटा छानेर थिच्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation>4 अंकको पिन
हाल्नुहोस्</translation>
    </message>
    <message>
        <source>利用者証明用の番号です。
コンビニで証明書をとるときと同じ番号です。</source>
        <translation>प्रयोगकर्ता प्रमाणीकरण पिन,
कन्भिनियन्स स्टोरमा प्रयोग गर्ने पिन नै हो।</translation>
    </message>
    <message>
        <source>お子さまのカードの、利用者証明用の番号です。</source>
        <translation>बच्चाको कार्डको प्रयोगकर्ता प्रमाणीकरण पिन।</translation>
    </message>
</context>
<context>
    <name>ExtendScreen</name>
    <message>
        <source>続けるには、
暗証番号を
入力してください</source>
        <translation>जारी राख्न
PIN हाल्नुहोस्</translation>
    </message>
    <message>
        <source>しばらく操作がありませんでした。
ご本人かどうかを確かめます。</source>
        <translation>धेरै बेर केही छोइएन।
तपाईं नै हो भनी जाँच गर्छौं।</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation>तयारी</translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation>कार्ड राख्ने</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>पिन</translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation>फेरि जाँच</translation>
    </message>
    <message>
        <source>時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>समय सकियो। अझै आवेदन भएको छैन। आवेदन दिन ‘आवेदन’ (申し込む) फेरि थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>अझै आवेदन भएको छैन। आवेदन दिन ‘आवेदन’ (申し込む) फेरि थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>この先のページは日本語です。押すところを、ここでお知らせします。</source>
        <translation>अबका पृष्ठ जापानी भाषामा छन्। कहाँ थिच्ने भनेर यहाँ लेखिन्छ।</translation>
    </message>
    <message>
        <source>分からないときは、「職員を呼ぶ」を押してください。</source>
        <translation>थाहा नभए कर्मचारी बोलाउनुहोस् थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>कार्ड</translation>
    </message>
    <message>
        <source>お手続き</source>
        <translation>प्रक्रिया</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>सकियो</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>やめる</source>
        <translation>रोक्नुहोस्</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>फर्कनुहोस्</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>端末</source>
        <extracomment>What is left out, one after the other, until the rest has room: the words on two buttons, then the window&apos;s name. The place over the buttons.</extracomment>
        <translation>टर्मिनल</translation>
    </message>
    <message>
        <source>文字の大きさと色</source>
        <translation>अक्षरको आकार र रङ</translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation>भाषा छान्नुहोस् Language</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>कर्मचारी बोलाउनुहोस्</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>अक्षरको आकार</translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. The event that 続ける posts.</extracomment>
        <translation>सेकेन्ड</translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation>
            <numerusform>%n सेकेन्डमा तपाईंले हालेको कुरा मेटिन्छ</numerusform>
            <numerusform>%n सेकेन्डमा तपाईंले हालेको कुरा मेटिन्छ</numerusform>
        </translation>
    </message>
    <message>
        <source>続けますか？</source>
        <translation>जारी राख्ने हो?</translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation>केही नगरेमा तपाईंले हालेका सबै कुरा मेटिन्छन्
र पहिलो स्क्रिन फर्कन्छ।</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>जारी राख्नुहोस्</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>अन्त्य गर्नुहोस्</translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation>यस प्रक्रियाको चिन्ह:</translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation>यो तपाईंको कार्ड हो?</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>すべて消す</source>
        <extracomment>Row and column of each of the ten digits: telephone order, 0 in the middle of the last row. What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same. A digit was typed; digits were erased. Neither carries a digit.</extracomment>
        <translation>सबै मेट्ने</translation>
    </message>
    <message>
        <source>1つ消す</source>
        <translation>1 अंक मेट्ने</translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>やめて、職員に相談する</source>
        <translation>रोकेर कर्मचारीलाई सोध्नुहोस्</translation>
    </message>
    <message>
        <source>番号が分かるので、続ける</source>
        <translation>पिन थाहा छ, जारी राख्नुहोस्</translation>
    </message>
    <message>
        <source>暗証番号が
ちがいました</source>
        <translation>पिन
मिलेन</translation>
    </message>
    <message>
        <source>暗証番号を入力できるのは、
あと1回です</source>
        <translation>पिन अब
1 पटक मात्र राख्न सकिन्छ</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号に自信がないときは、ここでやめて、職員にご相談ください。</source>
        <translation>अर्को पटक गल्ती भयो भने यो कार्डको पिन प्रयोग गर्न मिल्दैन।
नम्बर पक्का छैन भने यहीं रोकेर कर्मचारीलाई सोध्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>LimitWarningScreen</name>
    <message>
        <source>まもなく終わります</source>
        <translation>छिट्टै सकिन्छ</translation>
    </message>
    <message>
        <source>使える時間は、あと少しです。のばせません。
時間になると、入力した内容はすべて消えます。</source>
        <translation>थोरै समय बाँकी छ। थप्न मिल्दैन।
समय सकिएपछि लेखेको सबै मेटिन्छ।</translation>
    </message>
    <message>
        <source>それまで続ける</source>
        <translation>त्यतिबेलासम्म जारी राख्ने</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>標準</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>大きい</source>
        <translation>ठूलो</translation>
    </message>
    <message>
        <source>とても大きい</source>
        <translation>धेरै ठूलो</translation>
    </message>
    <message>
        <source>はっきり</source>
        <translation>स्पष्ट रङ</translation>
    </message>
    <message>
        <source>黒地に白</source>
        <translation>कालोमा सेतो</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>अक्षरको आकार</translation>
    </message>
    <message>
        <source>画面の色</source>
        <translation>स्क्रिनको रङ</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation>%1 मध्ये %2 अंक हालियो</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation>जाँच हुँदैछ। कार्ड नचलाई पर्खनुहोस्।</translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation>पिन यस टर्मिनलमा रहँदैन।</translation>
    </message>
    <message>
        <source>数字の並びを変える</source>
        <extracomment>Whether it asks to cover the keys with the other hand.</extracomment>
        <translation>अंकको क्रम बदल्नुहोस्</translation>
    </message>
    <message>
        <source>手でかくして、
押してください</source>
        <translation>हातले छोपेर
थिच्नुहोस्</translation>
    </message>
    <message>
        <source>番号は画面に出ません。</source>
        <translation>नम्बर स्क्रिनमा देखिँदैन।</translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>पिन मिलेन। 3 पटक नमिले पिन प्रयोग हुँदैन (बाँकी %n पटक)।</numerusform>
            <numerusform>पिन मिलेन। 3 पटक नमिले पिन प्रयोग हुँदैन (बाँकी %n पटक)।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>3 पटक नमिले पिन प्रयोग हुँदैन (बाँकी %n पटक)।</numerusform>
            <numerusform>3 पटक नमिले पिन प्रयोग हुँदैन (बाँकी %n पटक)।</numerusform>
        </translation>
    </message>
    <message>
        <source>この番号でよい</source>
        <translation>यो नम्बर ठीक छ</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。</source>
        <translation>अर्को पटक गल्ती भयो भने यो कार्डको पिन प्रयोग गर्न मिल्दैन।
नम्बर राम्ररी हेरेर “यो नम्बर ठीक छ” थिच्नुहोस्। नथिचेसम्म केही हुँदैन।</translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
確かめています</source>
        <translation>तपाईंको कार्ड
जाँच हुँदैछ</translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation>कार्ड नचलाई पर्खनुहोस्।</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>सोधपुछ नम्बर %1</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>बच्चाको माइ नम्बर कार्ड
रिडरमाथि
राख्नुहोस्</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>माइ नम्बर कार्ड
रिडरमाथि
राख्नुहोस्</translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにしてください。
途中でカードを取ると、はじめからやり直しになります。</source>
        <translation>प्रक्रिया नसकिएसम्म त्यहीं राख्नुहोस्।
बीचमा कार्ड निकाल्नुभयो भने सुरुदेखि गर्नुपर्छ।</translation>
    </message>
    <message>
        <source>保護者の方のカードは、使わないでください。</source>
        <translation>अभिभावकको कार्ड नराख्नुहोस्।</translation>
    </message>
    <message>
        <source>顔写真のある面を上にして、1枚だけ置きます。</source>
        <translation>फोटो भएको भाग माथि पारेर, एउटा मात्र राख्नुहोस्।</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>बच्चाको माइ नम्बर कार्ड
रिडरमा
घुसाउनुहोस्</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>माइ नम्बर कार्ड
रिडरमा
घुसाउनुहोस्</translation>
    </message>
    <message>
        <source>ICチップのある面を上にして、チップの側から差し込みます。</source>
        <translation>चिप भएको भाग माथि पारेर, चिपतर्फबाट घुसाउनुहोस्।</translation>
    </message>
    <message>
        <source>手続きが終わるまで、差し込んだままにしてください。
途中でカードを抜くと、はじめからやり直しになります。</source>
        <translation>प्रक्रिया नसकिएसम्म त्यहीं राख्नुहोस्।
बीचमा कार्ड निकाल्नुभयो भने सुरुदेखि गर्नुपर्छ।</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation>यी तयार राख्नुहोस्</translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation>गरेको छैन</translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation>तयार छ</translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation>हो, गरेँ</translation>
    </message>
    <message>
        <source>お子さまのカードと、お子さまの暗証番号を使います。</source>
        <translation>बच्चाको कार्ड र बच्चाको पिन प्रयोग हुन्छ।</translation>
    </message>
    <message>
        <source>子どもの申込みをする（代理）</source>
        <translation>बच्चाको आवेदन दिने</translation>
    </message>
    <message>
        <source>自分の申込みにもどる</source>
        <translation>आफ्नै आवेदनमा फर्कने</translation>
    </message>
    <message>
        <source>今日、市役所でマイナンバーカードの「更新」をしましたか？
（電子証明書の更新）</source>
        <translation>के तपाईंले आज नगरपालिकामा माइ नम्बर कार्ड नवीकरण गर्नुभयो?
(इलेक्ट्रोनिक प्रमाणपत्रको नवीकरण)</translation>
    </message>
    <message>
        <source>分からない</source>
        <translation>थाहा छैन</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>もう一度</source>
        <translation>फेरि प्रयास</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>अन्त्य गर्नुहोस्</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <extracomment>The place after a full stop of any script, with the space there. First letter of the failure&apos;s code -&gt; its icon; for all others &quot;info&quot;.</extracomment>
        <translation>सोधपुछ नम्बर %1</translation>
    </message>
    <message>
        <source>窓口：%1&#x3000;%2</source>
        <translation>काउन्टर: %1 %2</translation>
    </message>
    <message>
        <source>書類：%1</source>
        <translation>फाराम: %1</translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message>
        <source>手続きをどうしますか？</source>
        <translation>के गर्न चाहनुहुन्छ?</translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation>आवेदनको नतिजा अझै थाहा छैन।
रोक्नुअघि कर्मचारीलाई सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>手続きを続ける</source>
        <translation>प्रक्रिया जारी राख्नुहोस्</translation>
    </message>
    <message>
        <source>手続きをやめる</source>
        <translation>प्रक्रिया रोक्नुहोस्</translation>
    </message>
    <message>
        <source>入力した内容を消して、終わります。</source>
        <translation>लेखेको कुरा मेटेर अन्त्य हुन्छ।</translation>
    </message>
    <message>
        <source>次の方に交代する</source>
        <translation>अर्को व्यक्तिलाई दिनुहोस्</translation>
    </message>
    <message>
        <source>入力した内容を消して、次の方が始めます。</source>
        <translation>लेखेको कुरा मेटेर अर्को व्यक्तिले सुरु गर्छ।</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>कर्मचारी बोलाउनुहोस्</translation>
    </message>
    <message>
        <source>入力した内容は、そのまま残ります。</source>
        <translation>लेखेको कुरा जस्ताको तस्तै रहन्छ।</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>रोक्नुहोस्</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>上に続きがあります</source>
        <extracomment>Least width for two parts side by side, and greatest height of a screen&apos;s content, in body letters. Of the height that is left over in a tall window, the part above the content: an eighth. Of the visible height, the part by which one press scrolls, so that the last line is the next first one.</extracomment>
        <translation>माथि थप छ</translation>
    </message>
    <message>
        <source>下に続きがあります</source>
        <translation>तल थप छ</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>しるし：</source>
        <translation>चिन्ह: </translation>
    </message>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation>%1 मध्ये चरण %2: %3</translation>
    </message>
</context>
<context>
    <name>StaffCalledScreen</name>
    <message>
        <source>端末</source>
        <translation>टर्मिनल</translation>
    </message>
    <message>
        <source>職員が
参ります</source>
        <translation>कर्मचारी
आउँदै हुनुहुन्छ</translation>
    </message>
    <message>
        <source>このまま、お待ちください。</source>
        <translation>कृपया यहीं पर्खनुहोस्।</translation>
    </message>
    <message>
        <source>カードはそのままで大丈夫です。内容はかくしてあります。</source>
        <translation>कार्ड रिडरमै राख्न सकिन्छ। लेखिएका कुरा लुकाइएका छन्।</translation>
    </message>
    <message>
        <source>戻るには、ご自分のカードが読み取り機に必要です。</source>
        <translation>फर्कन आफ्नै कार्ड रिडरमा राखेर थिच्नुहोस्।</translation>
    </message>
    <message>
        <source>あと約%1分は、このままお待ちになれます</source>
        <translation>अझै करिब %1 मिनेट पर्खन सकिन्छ</translation>
    </message>
    <message>
        <source>お知らせを読む</source>
        <translation>सूचना पढ्ने</translation>
    </message>
    <message>
        <source>手続きに戻る</source>
        <translation>प्रक्रियामा फर्कने</translation>
    </message>
</context>
<context>
    <name>TooSmall</name>
    <message>
        <source>画面が小さいため、表示できません。
職員をお呼びください。</source>
        <translation>स्क्रिन सानो भएकाले देखाउन सकिँदैन।
कर्मचारीलाई बोलाउनुहोस्।</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <extracomment>The Japanese word, shown in every language. Kept: the curtain takes a person&apos;s letters for a while, and the tab does not.</extracomment>
        <translation>तालिम</translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation>तयारी हुँदैछ</translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>कृपया केही बेर पर्खनुहोस्।</translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation>तपाईंको कार्ड
जाँच हुँदैछ</translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation>तपाईंको जानकारी
मेटिँदैछ</translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation>आफ्नो कार्ड
लिनुहोस्</translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation>कर्मचारीलाई बोलाउनुहोस्।</translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation>यो टर्मिनल
बन्द छ</translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation>अहिले प्रयोग
गर्न सकिँदैन</translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation>तपाईंको जानकारी मेटिँदैछ</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>कर्मचारीका लागि</translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation>टर्मिनल %1</translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation>%1 (आवश्यक छैन)</translation>
    </message>
    <message>
        <source>%1（失敗）</source>
        <translation>%1 (असफल)</translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation>सम्पर्क&#x3000;%1</translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation>जोडिएका कार्ड रिडर</translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation>कुनै कार्ड रिडर जोडिएको छैन</translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (text while it is to do, text when it is done).</extracomment>
        <translation>स्क्रिन छोप्ने</translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation>स्क्रिन छोपियो</translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation>साइटबाट लगआउट गर्ने</translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation>साइटबाट लगआउट भयो</translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation>कपी गरेको कुरा मेट्ने</translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation>कपी गरेको कुरा मेटियो</translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation>प्रिन्ट रद्द गर्ने</translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation>प्रिन्ट रद्द भयो</translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>End reason -&gt; its sentence, where the customer did not end the session.</extracomment>
        <translation>केही बेर प्रयोग नभएकोले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation>प्रयोग गर्ने समय सकिएकोले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation>कार्ड हटेकोले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>ちがうカードに替わったので、終わりました。</source>
        <translation>अर्कै कार्ड राखिएकोले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation>कार्ड रिडर छुटेकोले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation>स्क्रिन रोकिएकोले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation>साइटमा जोड्न नसकिएकोले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation>आवेदनको नतिजा थाहा छैन। फेरि आवेदन नगर्नुहोस्। कर्मचारीसँग मिलेर आवेदनको अवस्था हेर्नुहोस्।</translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation>अरू कसैको जानकारी देखिएको हुन सक्छ। केही नगरी कर्मचारीलाई बोलाउनुहोस्।</translation>
    </message>
    <message>
        <source>この端末に不具合があったので、終わりました。</source>
        <translation>यो टर्मिनलमा खराबी भएकोले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>画面のつなぎ方が変わったので、終わりました。</source>
        <translation>स्क्रिनको जडान परिवर्तन भएकोले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>सोधपुछ नम्बर %1</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了する</source>
        <translation>प्रोग्राम अन्त्य गर्ने</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了しました</source>
        <translation>प्रोग्राम अन्त्य भयो</translation>
    </message>
    <message>
        <source>カードとの通信を終える</source>
        <translation>कार्डसँगको सम्पर्क अन्त्य गर्ने</translation>
    </message>
    <message>
        <source>カードとの通信を終えました</source>
        <translation>कार्डसँगको सम्पर्क अन्त्य भयो</translation>
    </message>
    <message>
        <source>一時的な記録を消す</source>
        <translation>अस्थायी अभिलेख मेटाउने</translation>
    </message>
    <message>
        <source>一時的な記録を消しました</source>
        <translation>अस्थायी अभिलेख मेटाइयो</translation>
    </message>
    <message>
        <source>ありがとうございました</source>
        <translation>धन्यवाद</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>तपाईंको प्रक्रिया पूरा भयो</translation>
    </message>
    <message>
        <source>お手続きは、できていません</source>
        <translation>तपाईंको प्रक्रिया पूरा भएन</translation>
    </message>
    <message>
        <source>お手続きの結果は、まだ分かりません</source>
        <translation>नतिजा अझै थाहा छैन</translation>
    </message>
    <message>
        <source>分からないことは、下の窓口でお尋ねください。</source>
        <translation>नबुझेको कुरा तलको काउन्टरमा सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員にお尋ねください。</source>
        <translation>फेरि आवेदन नगर्नुहोस्। कर्मचारीलाई सोध्नुहोस्।</translation>
    </message>
    <message>
        <source>窓口でご案内します</source>
        <translation>कृपया काउन्टरमा जानुहोस्</translation>
    </message>
    <message>
        <source>職員にお声がけください</source>
        <translation>कर्मचारीलाई भन्नुहोस्</translation>
    </message>
    <message>
        <source>またお越しください</source>
        <translation>फेरि आउनुहोस्</translation>
    </message>
    <message>
        <source>情報を消しました</source>
        <translation>तपाईंको जानकारी मेटाइयो</translation>
    </message>
    <message>
        <source>内容</source>
        <extracomment>Labels of the facts.</extracomment>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>確定日</source>
        <translation>पक्का</translation>
    </message>
    <message>
        <source>確かめ方</source>
        <translation>हेर्ने</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>これから</source>
        <translation>अब</translation>
    </message>
    <message>
        <source>案内先</source>
        <translation>जाने ठाउँ</translation>
    </message>
    <message>
        <source>来られる日</source>
        <translation>कहिले</translation>
    </message>
    <message>
        <source>持ち物</source>
        <translation>ल्याउने</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>फोन</translation>
    </message>
    <message>
        <source>%1（音声案内 %2番）</source>
        <translation>%1 (%2 थिच्नुहोस्)</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。</source>
        <translation>जुनसुकै बेला फेरि सुरुबाट गर्न सकिन्छ। तपाईंले राखेको केही बाँकी छैन।</translation>
    </message>
    <message>
        <source>%1から手続きできます。</source>
        <translation>%1 देखि गर्न सकिन्छ।</translation>
    </message>
    <message>
        <source>市民課の窓口</source>
        <translation>नागरिक शाखाको काउन्टर (市民課)</translation>
    </message>
    <message>
        <source>お忘れ物はございませんか</source>
        <translation>केही बिर्सनुभएको छैन?</translation>
    </message>
    <message>
        <source>消去の控え</source>
        <translation>मेटाएको रसिद</translation>
    </message>
    <message>
        <source>お客さまの情報は、この端末に残っていません。</source>
        <translation>यस टर्मिनलमा तपाईंको कुनै जानकारी बाँकी छैन।</translation>
    </message>
    <message>
        <source>%1に確かめました。</source>
        <translation>%1 मा जाँचियो।</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます。</source>
        <translation>यो स्क्रिन %1 सेकेन्डमा बन्द हुन्छ।</translation>
    </message>
    <message>
        <source>職員が確認するまで、この画面のままです。</source>
        <translation>कर्मचारीले नहेरेसम्म यो स्क्रिन रहन्छ।</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>अझै केही बेर हेर्ने</translation>
    </message>
    <message>
        <source>分かりました</source>
        <translation>बुझें</translation>
    </message>
    <message>
        <source>職員が確認しました</source>
        <translation>कर्मचारीले हेरे</translation>
    </message>
    <message>
        <source>この端末では、手続きを続けられませんでした。</source>
        <translation>यस टर्मिनलमा प्रक्रिया जारी राख्न सकिएन।</translation>
    </message>
    <message>
        <source>安全に接続できないため、終了しました。</source>
        <translation>साइट सुरक्षित छ भनी पक्का गर्न नसकिएकाले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>職員が手続きを終了しました。</source>
        <translation>कर्मचारीले प्रक्रिया अन्त्य गर्नुभयो।</translation>
    </message>
    <message>
        <source>サイトで手続きを進められないため、終了しました。</source>
        <translation>साइटमा प्रक्रिया अघि नबढ्ने भएकाले अन्त्य भयो।</translation>
    </message>
    <message>
        <source>カードが
離れました</source>
        <translation>कार्ड रिडरबाट
हट्यो</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度置いてください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>तुरुन्तै उही कार्ड फेरि राख्नुहोस्।
समय सकियो भने लेखेको कुरा मेटिन्छ।</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度差し込んでください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>तुरुन्तै उही कार्ड फेरि घुसाउनुहोस्।
समय सकियो भने लेखेको कुरा मेटिन्छ।</translation>
    </message>
    <message>
        <source>ただいま
休止中です</source>
        <translation>यो टर्मिनल
अहिले बन्द छ</translation>
    </message>
    <message>
        <source>本日の受付は
終了しました</source>
        <translation>आजको सेवा
सकियो</translation>
    </message>
    <message>
        <source>%1に再開する予定です</source>
        <translation>%1 मा फेरि खुल्ने छ।</translation>
    </message>
    <message>
        <source>お急ぎの方は、%1へお越しください。</source>
        <translation>हतार भए %1 मा जानुहोस्।</translation>
    </message>
    <message>
        <source>お電話でのお問い合わせ&#x3000;%1&#x3000;%2</source>
        <translation>फोनबाट सोधपुछ: %1 %2</translation>
    </message>
    <message>
        <source>控えを印刷する</source>
        <translation>यो छाप्नुहोस्</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>छापिँदैछ</translation>
    </message>
    <message>
        <source>印刷しました</source>
        <translation>छापियो</translation>
    </message>
    <message>
        <source>印刷できませんでした。職員にお声がけください。</source>
        <translation>छाप्न सकिएन। कर्मचारीलाई भन्नुहोस्।</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation>छाता</translation>
    </message>
    <message>
        <source>りんご</source>
        <translation>स्याउ</translation>
    </message>
    <message>
        <source>さかな</source>
        <translation>माछा</translation>
    </message>
    <message>
        <source>すず</source>
        <translation>घण्टी</translation>
    </message>
    <message>
        <source>ほし</source>
        <translation>तारा</translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation>पात</translation>
    </message>
    <message>
        <source>ふね</source>
        <translation>डुङ्गा</translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation>साँचो</translation>
    </message>
    <message>
        <source>コップ</source>
        <translation>कप</translation>
    </message>
    <message>
        <source>つき</source>
        <translation>चन्द्रमा</translation>
    </message>
    <message>
        <source>き</source>
        <translation>रूख</translation>
    </message>
    <message>
        <source>とり</source>
        <translation>चरा</translation>
    </message>
    <message>
        <source>はな</source>
        <translation>फूल</translation>
    </message>
    <message>
        <source>いえ</source>
        <translation>घर</translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation>टोपी</translation>
    </message>
    <message>
        <source>ほん</source>
        <translation>किताब</translation>
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
