<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation>Thủ tục bằng
thẻ My Number</translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation>Màn hình sẽ hướng dẫn bạn từng bước.
Nếu không hiểu, hãy gọi nhân viên bất cứ lúc nào.</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>カードを読み取り機に置いても、始まります。</source>
        <translation>Đặt thẻ lên đầu đọc cũng sẽ bắt đầu.</translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation>Thẻ My Number (マイナンバーカード)</translation>
    </message>
    <message>
        <source>%1に確認しました</source>
        <extracomment>Languages in a row: two rows of six where there is room, else as many as fit; all rows are full. From this factor of the letters on the languages have no room below the rest; they scroll with it.</extracomment>
        <translation>Đã xác nhận lúc %1</translation>
    </message>
    <message>
        <source>前の方の情報は残っていません</source>
        <translation>Không còn thông tin của người trước</translation>
    </message>
    <message>
        <source>ご用意いただくもの</source>
        <translation>Những thứ cần chuẩn bị</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号（利用者証明用）</source>
        <translation>Mã PIN chứng thực người dùng (4 chữ số)</translation>
    </message>
    <message>
        <source>ただいま、申込みサイトにつながりません。
この表示が消えるまでお待ちになるか、職員にお声がけください。</source>
        <translation>Hiện không kết nối được với trang đăng ký.
Hãy chờ đến khi thông báo này biến mất, hoặc hỏi nhân viên.</translation>
    </message>
    <message>
        <source>カードを読み取り機に差し込んでも、始まります。</source>
        <translation>Đưa thẻ vào đầu đọc cũng sẽ bắt đầu.</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きは、できていません</source>
        <translation>Thủ tục chưa hoàn tất</translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation>Hãy đọc trang này. Nếu không hiểu, hãy gọi nhân viên.</translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation>Chưa biết kết quả</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation>Đừng đăng ký lại. Hãy gọi nhân viên.</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. Kind of card, drawing and colour of each result: no result is distinguished by colour alone.</extracomment>
        <translation>Màn hình này sẽ đóng sau %1 giây</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Thủ tục của bạn đã hoàn tất</translation>
    </message>
    <message>
        <source>「終わる」を押してから、カードをお取りください。</source>
        <translation>Hãy bấm “Kết thúc”, rồi lấy thẻ.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Xem thêm một lúc</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>最後の確認です。
もう一度、暗証番号を
入力してください</source>
        <translation>Xác nhận lần cuối:
hãy nhập lại mã PIN</translation>
    </message>
    <message>
        <source>カードは、そのままにしてください。</source>
        <translation>Hãy để nguyên thẻ.</translation>
    </message>
    <message>
        <source>ほかの方の申込みと取り違えないために確かめています。</source>
        <translation>Việc này để tránh nhầm với đăng ký của người khác.</translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みと取り違えないために確かめています。
3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Việc này để tránh nhầm với đăng ký của người khác.
Nhập sai 3 lần sẽ không dùng được nữa (còn %n lần).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>これを選ぶ</source>
        <extracomment>So many procedures stand side by side as equal cards; more, or large letters, in rows. Drawing of a procedure that applies for something, and of one that only shows something.</extracomment>
        <translation>Chọn mục này</translation>
    </message>
    <message>
        <source>どの手続きをしますか？</source>
        <translation>Bạn muốn làm thủ tục nào?</translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation>Hãy chọn một mục và nhấn.</translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation>Nhập mã PIN
4 chữ số</translation>
    </message>
    <message>
        <source>利用者証明用の番号です。
コンビニで証明書をとるときと同じ番号です。</source>
        <translation>Mã PIN chứng thực người dùng,
cùng mã khi lấy giấy tờ ở cửa hàng tiện lợi.</translation>
    </message>
    <message>
        <source>お子さまのカードの、利用者証明用の番号です。</source>
        <translation>Mã PIN chứng thực người dùng của thẻ của con.</translation>
    </message>
</context>
<context>
    <name>ExtendScreen</name>
    <message>
        <source>続けるには、
暗証番号を
入力してください</source>
        <translation>Để tiếp tục,
vui lòng nhập
mã PIN</translation>
    </message>
    <message>
        <source>しばらく操作がありませんでした。
ご本人かどうかを確かめます。</source>
        <translation>Một lúc không có thao tác.
Chúng tôi kiểm tra có đúng là bạn không.</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation>Chuẩn bị</translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation>Đặt thẻ</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation>Xác nhận lại</translation>
    </message>
    <message>
        <source>時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>Đã hết thời gian xác nhận. Bạn chưa đăng ký. Để đăng ký, hãy nhấn lại nút “Đăng ký” (申し込む).</translation>
    </message>
    <message>
        <source>まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>Bạn chưa đăng ký. Để đăng ký, hãy nhấn lại nút “Đăng ký” (申し込む).</translation>
    </message>
    <message>
        <source>この先のページは日本語です。押すところを、ここでお知らせします。</source>
        <translation>Các trang tiếp theo bằng tiếng Nhật. Ở đây sẽ chỉ chỗ cần nhấn.</translation>
    </message>
    <message>
        <source>分からないときは、「職員を呼ぶ」を押してください。</source>
        <translation>Nếu không rõ, hãy nhấn Gọi nhân viên.</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>お手続き</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>Xong</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>やめる</source>
        <translation>Dừng lại</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>端末</source>
        <extracomment>What is left out, one after the other, until the rest has room: the words on two buttons, then the window&apos;s name. The place over the buttons.</extracomment>
        <translation>Máy số</translation>
    </message>
    <message>
        <source>文字の大きさと色</source>
        <translation>Cỡ chữ và màu</translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation>Chọn ngôn ngữ Language</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Gọi nhân viên</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Cỡ chữ</translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. The event that 続ける posts.</extracomment>
        <translation>giây</translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation>
            <numerusform>Còn %n giây, nội dung bạn đã nhập sẽ bị xóa</numerusform>
        </translation>
    </message>
    <message>
        <source>続けますか？</source>
        <translation>Bạn có muốn tiếp tục?</translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation>Nếu không làm gì, mọi nội dung đã nhập
sẽ bị xóa và trở về màn hình đầu tiên.</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation>Biểu tượng của thủ tục này:</translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation>Đây có phải thẻ của bạn?</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>すべて消す</source>
        <extracomment>Row and column of each of the ten digits: telephone order, 0 in the middle of the last row. What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same. A digit was typed; digits were erased. Neither carries a digit.</extracomment>
        <translation>Xóa hết</translation>
    </message>
    <message>
        <source>1つ消す</source>
        <translation>Xóa 1 số</translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>やめて、職員に相談する</source>
        <translation>Dừng và hỏi nhân viên</translation>
    </message>
    <message>
        <source>番号が分かるので、続ける</source>
        <translation>Tôi biết mã PIN, tiếp tục</translation>
    </message>
    <message>
        <source>暗証番号が
ちがいました</source>
        <translation>Mã PIN
không đúng</translation>
    </message>
    <message>
        <source>暗証番号を入力できるのは、
あと1回です</source>
        <translation>Bạn chỉ còn
1 lần nhập mã PIN</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号に自信がないときは、ここでやめて、職員にご相談ください。</source>
        <translation>Nếu sai thêm một lần, mã PIN của thẻ này sẽ không dùng được nữa.
Nếu không chắc về mã số, hãy dừng ở đây và hỏi nhân viên.</translation>
    </message>
</context>
<context>
    <name>LimitWarningScreen</name>
    <message>
        <source>まもなく終わります</source>
        <translation>Sắp kết thúc</translation>
    </message>
    <message>
        <source>使える時間は、あと少しです。のばせません。
時間になると、入力した内容はすべて消えます。</source>
        <translation>Chỉ còn ít thời gian. Không thể kéo dài.
Hết giờ, mọi nội dung đã nhập sẽ bị xóa.</translation>
    </message>
    <message>
        <source>それまで続ける</source>
        <translation>Tiếp tục trong thời gian còn lại</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>標準</source>
        <translation>Bình thường</translation>
    </message>
    <message>
        <source>大きい</source>
        <translation>Lớn</translation>
    </message>
    <message>
        <source>とても大きい</source>
        <translation>Rất lớn</translation>
    </message>
    <message>
        <source>はっきり</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>黒地に白</source>
        <translation>Chữ trắng nền đen</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>画面の色</source>
        <translation>Màu màn hình</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation>Đã nhập %2 trong %1 chữ số</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation>Đang kiểm tra. Xin chờ và đừng di chuyển thẻ.</translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation>Mã PIN không được lưu lại trên máy này.</translation>
    </message>
    <message>
        <source>数字の並びを変える</source>
        <extracomment>Whether it asks to cover the keys with the other hand.</extracomment>
        <translation>Đổi thứ tự các số</translation>
    </message>
    <message>
        <source>手でかくして、
押してください</source>
        <translation>Lấy tay che
rồi bấm số</translation>
    </message>
    <message>
        <source>番号は画面に出ません。</source>
        <translation>Số không hiện trên màn hình.</translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Mã PIN không đúng. Nhập sai 3 lần sẽ không dùng được nữa (còn %n lần).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Nhập sai 3 lần sẽ không dùng được nữa (còn %n lần).</numerusform>
        </translation>
    </message>
    <message>
        <source>この番号でよい</source>
        <translation>Số này đúng</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。</source>
        <translation>Nếu sai thêm một lần, mã PIN của thẻ này sẽ không dùng được nữa.
Hãy kiểm tra kỹ mã số rồi nhấn “Số này đúng”. Trước khi nhấn, không có gì xảy ra.</translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
確かめています</source>
        <translation>Đang kiểm tra
thẻ của bạn</translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation>Xin chờ và đừng di chuyển thẻ.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Mã tra cứu %1</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Hãy đặt thẻ My Number của con
lên trên đầu đọc thẻ</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Hãy đặt thẻ My Number
lên trên đầu đọc thẻ</translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにしてください。
途中でカードを取ると、はじめからやり直しになります。</source>
        <translation>Hãy để yên thẻ cho đến khi xong thủ tục.
Nếu lấy thẻ ra giữa chừng, bạn phải làm lại từ đầu.</translation>
    </message>
    <message>
        <source>保護者の方のカードは、使わないでください。</source>
        <translation>Không đặt thẻ của phụ huynh.</translation>
    </message>
    <message>
        <source>顔写真のある面を上にして、1枚だけ置きます。</source>
        <translation>Đặt mặt có ảnh lên trên, chỉ một thẻ.</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Hãy đưa thẻ My Number của con
vào đầu đọc thẻ</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Hãy đưa thẻ My Number
vào đầu đọc thẻ</translation>
    </message>
    <message>
        <source>ICチップのある面を上にして、チップの側から差し込みます。</source>
        <translation>Mặt có chip lên trên, đưa đầu có chip vào trước.</translation>
    </message>
    <message>
        <source>手続きが終わるまで、差し込んだままにしてください。
途中でカードを抜くと、はじめからやり直しになります。</source>
        <translation>Hãy để yên thẻ cho đến khi xong thủ tục.
Nếu rút thẻ ra giữa chừng, bạn phải làm lại từ đầu.</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation>Xin chuẩn bị sẵn</translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation>Tôi đã chuẩn bị xong</translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation>Có, tôi đã gia hạn</translation>
    </message>
    <message>
        <source>お子さまのカードと、お子さまの暗証番号を使います。</source>
        <translation>Dùng thẻ của con và mã PIN của con.</translation>
    </message>
    <message>
        <source>子どもの申込みをする（代理）</source>
        <translation>Đăng ký cho con (đại diện)</translation>
    </message>
    <message>
        <source>自分の申込みにもどる</source>
        <translation>Quay lại đăng ký của tôi</translation>
    </message>
    <message>
        <source>今日、市役所でマイナンバーカードの「更新」をしましたか？
（電子証明書の更新）</source>
        <translation>Hôm nay bạn có gia hạn thẻ My Number tại tòa thị chính không?
(gia hạn chứng chỉ điện tử)</translation>
    </message>
    <message>
        <source>分からない</source>
        <translation>Tôi không biết</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>もう一度</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <extracomment>The place after a full stop of any script, with the space there. First letter of the failure&apos;s code -&gt; its icon; for all others &quot;info&quot;.</extracomment>
        <translation>Mã tra cứu %1</translation>
    </message>
    <message>
        <source>窓口：%1&#x3000;%2</source>
        <translation>Quầy: %1 %2</translation>
    </message>
    <message>
        <source>書類：%1</source>
        <translation>Mẫu đơn: %1</translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message>
        <source>手続きをどうしますか？</source>
        <translation>Quý khách muốn làm gì?</translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation>Chưa biết kết quả đăng ký.
Hãy hỏi nhân viên trước khi dừng.</translation>
    </message>
    <message>
        <source>手続きを続ける</source>
        <translation>Tiếp tục thủ tục</translation>
    </message>
    <message>
        <source>手続きをやめる</source>
        <translation>Dừng thủ tục</translation>
    </message>
    <message>
        <source>入力した内容を消して、終わります。</source>
        <translation>Xóa nội dung đã nhập và kết thúc.</translation>
    </message>
    <message>
        <source>次の方に交代する</source>
        <translation>Chuyển sang người tiếp theo</translation>
    </message>
    <message>
        <source>入力した内容を消して、次の方が始めます。</source>
        <translation>Xóa nội dung đã nhập, người tiếp theo bắt đầu.</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Gọi nhân viên</translation>
    </message>
    <message>
        <source>入力した内容は、そのまま残ります。</source>
        <translation>Nội dung đã nhập được giữ nguyên.</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Dừng lại</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>上に続きがあります</source>
        <extracomment>Least width for two parts side by side, and greatest height of a screen&apos;s content, in body letters. Of the height that is left over in a tall window, the part above the content: an eighth. Of the visible height, the part by which one press scrolls, so that the last line is the next first one.</extracomment>
        <translation>Còn nội dung ở trên</translation>
    </message>
    <message>
        <source>下に続きがあります</source>
        <translation>Còn nội dung ở dưới</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>しるし：</source>
        <translation>Biểu tượng: </translation>
    </message>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation>Bước %2 trong %1: %3</translation>
    </message>
</context>
<context>
    <name>StaffCalledScreen</name>
    <message>
        <source>端末</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>職員が
参ります</source>
        <translation>Nhân viên
đang đến</translation>
    </message>
    <message>
        <source>このまま、お待ちください。</source>
        <translation>Vui lòng chờ tại đây.</translation>
    </message>
    <message>
        <source>カードはそのままで大丈夫です。内容はかくしてあります。</source>
        <translation>Bạn có thể để thẻ trên máy đọc. Nội dung đã nhập đang được ẩn.</translation>
    </message>
    <message>
        <source>戻るには、ご自分のカードが読み取り機に必要です。</source>
        <translation>Để quay lại, hãy để thẻ của chính bạn trên máy đọc rồi nhấn.</translation>
    </message>
    <message>
        <source>あと約%1分は、このままお待ちになれます</source>
        <translation>Bạn có thể chờ thêm khoảng %1 phút</translation>
    </message>
    <message>
        <source>お知らせを読む</source>
        <translation>Đọc thông báo</translation>
    </message>
    <message>
        <source>手続きに戻る</source>
        <translation>Quay lại thủ tục</translation>
    </message>
</context>
<context>
    <name>TooSmall</name>
    <message>
        <source>画面が小さいため、表示できません。
職員をお呼びください。</source>
        <translation>Màn hình quá nhỏ nên không hiển thị được.
Hãy gọi nhân viên.</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <extracomment>The Japanese word, shown in every language. Kept: the curtain takes a person&apos;s letters for a while, and the tab does not.</extracomment>
        <translation>Thực hành</translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation>Đang chuẩn bị</translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>Xin chờ một lát.</translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation>Đang kiểm tra
thẻ của bạn</translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation>Đang xóa
thông tin của bạn</translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation>Xin hãy lấy
thẻ của bạn</translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation>Hãy gọi nhân viên.</translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation>Máy này
đang ngừng sử dụng</translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation>Hiện không
sử dụng được</translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation>Đang xóa thông tin của bạn</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>Dành cho nhân viên</translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation>Máy số %1</translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation>%1 (không cần)</translation>
    </message>
    <message>
        <source>%1（失敗）</source>
        <translation>%1 (thất bại)</translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation>Liên hệ&#x3000;%1</translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation>Đầu đọc thẻ đang kết nối</translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation>Không có đầu đọc thẻ nào kết nối</translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (text while it is to do, text when it is done).</extracomment>
        <translation>Che màn hình</translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation>Đã che màn hình</translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation>Đăng xuất khỏi trang web</translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation>Đã đăng xuất khỏi trang web</translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation>Xóa nội dung đã sao chép</translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation>Đã xóa nội dung đã sao chép</translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation>Hủy lệnh in</translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation>Đã hủy lệnh in</translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>End reason -&gt; its sentence, where the customer did not end the session.</extracomment>
        <translation>Đã kết thúc vì một lúc không có thao tác.</translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation>Đã kết thúc vì hết thời gian sử dụng.</translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation>Đã kết thúc vì thẻ bị lấy ra.</translation>
    </message>
    <message>
        <source>ちがうカードに替わったので、終わりました。</source>
        <translation>Đã kết thúc vì có thẻ khác được đặt vào.</translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation>Đã kết thúc vì đầu đọc thẻ bị ngắt.</translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation>Đã kết thúc vì màn hình ngừng hoạt động.</translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation>Đã kết thúc vì không kết nối được với trang web.</translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation>Không rõ kết quả đăng ký. Đừng đăng ký lại, hãy cùng nhân viên kiểm tra tình trạng đăng ký.</translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation>Có thể bạn đã nhìn thấy thông tin của người khác. Hãy để nguyên và gọi nhân viên.</translation>
    </message>
    <message>
        <source>この端末に不具合があったので、終わりました。</source>
        <translation>Đã kết thúc vì máy này gặp sự cố.</translation>
    </message>
    <message>
        <source>画面のつなぎ方が変わったので、終わりました。</source>
        <translation>Đã kết thúc vì kết nối màn hình thay đổi.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Mã tra cứu %1</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了する</source>
        <translation>Kết thúc chương trình</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了しました</source>
        <translation>Đã kết thúc chương trình</translation>
    </message>
    <message>
        <source>カードとの通信を終える</source>
        <translation>Kết thúc kết nối với thẻ</translation>
    </message>
    <message>
        <source>カードとの通信を終えました</source>
        <translation>Đã kết thúc kết nối với thẻ</translation>
    </message>
    <message>
        <source>一時的な記録を消す</source>
        <translation>Xóa dữ liệu tạm</translation>
    </message>
    <message>
        <source>一時的な記録を消しました</source>
        <translation>Đã xóa dữ liệu tạm</translation>
    </message>
    <message>
        <source>ありがとうございました</source>
        <translation>Xin cảm ơn</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Thủ tục của bạn đã hoàn tất</translation>
    </message>
    <message>
        <source>お手続きは、できていません</source>
        <translation>Thủ tục chưa được hoàn tất</translation>
    </message>
    <message>
        <source>お手続きの結果は、まだ分かりません</source>
        <translation>Chưa biết kết quả</translation>
    </message>
    <message>
        <source>分からないことは、下の窓口でお尋ねください。</source>
        <translation>Nếu có thắc mắc, hãy hỏi tại quầy dưới đây.</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員にお尋ねください。</source>
        <translation>Đừng đăng ký lại. Hãy hỏi nhân viên.</translation>
    </message>
    <message>
        <source>窓口でご案内します</source>
        <translation>Xin đến quầy để được hướng dẫn</translation>
    </message>
    <message>
        <source>職員にお声がけください</source>
        <translation>Xin hãy nói với nhân viên</translation>
    </message>
    <message>
        <source>またお越しください</source>
        <translation>Mời bạn quay lại sau</translation>
    </message>
    <message>
        <source>情報を消しました</source>
        <translation>Đã xóa thông tin</translation>
    </message>
    <message>
        <source>内容</source>
        <extracomment>Labels of the facts.</extracomment>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>確定日</source>
        <translation>Xác nhận</translation>
    </message>
    <message>
        <source>確かめ方</source>
        <translation>Cách xem</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>これから</source>
        <translation>Tiếp theo</translation>
    </message>
    <message>
        <source>案内先</source>
        <translation>Nơi đến</translation>
    </message>
    <message>
        <source>来られる日</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>持ち物</source>
        <translation>Mang theo</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>%1（音声案内 %2番）</source>
        <translation>%1 (bấm phím %2)</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>Mã số</translation>
    </message>
    <message>
        <source>いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。</source>
        <translation>Bạn có thể làm lại từ đầu bất cứ lúc nào. Nội dung đã nhập không được giữ lại.</translation>
    </message>
    <message>
        <source>%1から手続きできます。</source>
        <translation>Có thể làm từ %1.</translation>
    </message>
    <message>
        <source>市民課の窓口</source>
        <translation>Quầy Ban cư dân (市民課)</translation>
    </message>
    <message>
        <source>お忘れ物はございませんか</source>
        <translation>Bạn có quên đồ gì không?</translation>
    </message>
    <message>
        <source>消去の控え</source>
        <translation>Biên nhận xóa</translation>
    </message>
    <message>
        <source>お客さまの情報は、この端末に残っていません。</source>
        <translation>Không còn thông tin nào của bạn trên máy này.</translation>
    </message>
    <message>
        <source>%1に確かめました。</source>
        <translation>Đã kiểm tra lúc %1.</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます。</source>
        <translation>Màn hình này sẽ đóng sau %1 giây.</translation>
    </message>
    <message>
        <source>職員が確認するまで、この画面のままです。</source>
        <translation>Màn hình này giữ nguyên cho đến khi nhân viên xác nhận.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Xem thêm một lúc</translation>
    </message>
    <message>
        <source>分かりました</source>
        <translation>Tôi đã hiểu</translation>
    </message>
    <message>
        <source>職員が確認しました</source>
        <translation>Nhân viên đã xác nhận</translation>
    </message>
    <message>
        <source>この端末では、手続きを続けられませんでした。</source>
        <translation>Không thể tiếp tục thủ tục trên máy này.</translation>
    </message>
    <message>
        <source>安全に接続できないため、終了しました。</source>
        <translation>Đã kết thúc vì không thể xác nhận trang web an toàn.</translation>
    </message>
    <message>
        <source>職員が手続きを終了しました。</source>
        <translation>Nhân viên đã kết thúc thủ tục.</translation>
    </message>
    <message>
        <source>サイトで手続きを進められないため、終了しました。</source>
        <translation>Đã kết thúc vì trang web không cho tiếp tục thủ tục.</translation>
    </message>
    <message>
        <source>カードが
離れました</source>
        <translation>Thẻ đã rời
khỏi đầu đọc</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度置いてください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Hãy đặt lại đúng thẻ đó ngay.
Hết thời gian, nội dung đã nhập sẽ bị xóa.</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度差し込んでください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Hãy đưa lại đúng thẻ đó vào ngay.
Hết thời gian, nội dung đã nhập sẽ bị xóa.</translation>
    </message>
    <message>
        <source>ただいま
休止中です</source>
        <translation>Máy đang
tạm dừng</translation>
    </message>
    <message>
        <source>本日の受付は
終了しました</source>
        <translation>Hôm nay
đã kết thúc</translation>
    </message>
    <message>
        <source>%1に再開する予定です</source>
        <translation>Dự kiến mở lại lúc %1.</translation>
    </message>
    <message>
        <source>お急ぎの方は、%1へお越しください。</source>
        <translation>Nếu cần gấp, vui lòng đến %1.</translation>
    </message>
    <message>
        <source>お電話でのお問い合わせ&#x3000;%1&#x3000;%2</source>
        <translation>Hỏi qua điện thoại: %1 %2</translation>
    </message>
    <message>
        <source>控えを印刷する</source>
        <translation>In phiếu này</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>Đang in</translation>
    </message>
    <message>
        <source>印刷しました</source>
        <translation>Đã in</translation>
    </message>
    <message>
        <source>印刷できませんでした。職員にお声がけください。</source>
        <translation>Không in được. Hãy hỏi nhân viên.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation>Cái ô</translation>
    </message>
    <message>
        <source>りんご</source>
        <translation>Quả táo</translation>
    </message>
    <message>
        <source>さかな</source>
        <translation>Con cá</translation>
    </message>
    <message>
        <source>すず</source>
        <translation>Cái chuông</translation>
    </message>
    <message>
        <source>ほし</source>
        <translation>Ngôi sao</translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation>Chiếc lá</translation>
    </message>
    <message>
        <source>ふね</source>
        <translation>Con thuyền</translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation>Chìa khóa</translation>
    </message>
    <message>
        <source>コップ</source>
        <translation>Cái cốc</translation>
    </message>
    <message>
        <source>つき</source>
        <translation>Mặt trăng</translation>
    </message>
    <message>
        <source>き</source>
        <translation>Cái cây</translation>
    </message>
    <message>
        <source>とり</source>
        <translation>Con chim</translation>
    </message>
    <message>
        <source>はな</source>
        <translation>Bông hoa</translation>
    </message>
    <message>
        <source>いえ</source>
        <translation>Ngôi nhà</translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation>Cái mũ</translation>
    </message>
    <message>
        <source>ほん</source>
        <translation>Quyển sách</translation>
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
