<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation>Layanan dengan
Kartu My Number</translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation>Layar akan memandu Anda langkah demi langkah.
Jika ada yang kurang jelas, panggil petugas kapan saja.</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>カードを読み取り機に置いても、始まります。</source>
        <translation>Meletakkan kartu di pembaca juga memulai proses.</translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation>Kartu My Number (マイナンバーカード)</translation>
    </message>
    <message>
        <source>%1に確認しました</source>
        <extracomment>Languages in a row: two rows of six where there is room, else as many as fit; all rows are full. From this factor of the letters on the languages have no room below the rest; they scroll with it.</extracomment>
        <translation>Dipastikan pukul %1</translation>
    </message>
    <message>
        <source>前の方の情報は残っていません</source>
        <translation>Tidak ada data orang sebelumnya yang tersisa</translation>
    </message>
    <message>
        <source>ご用意いただくもの</source>
        <translation>Yang perlu disiapkan</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号（利用者証明用）</source>
        <translation>PIN autentikasi pengguna (4 angka)</translation>
    </message>
    <message>
        <source>ただいま、申込みサイトにつながりません。
この表示が消えるまでお待ちになるか、職員にお声がけください。</source>
        <translation>Saat ini situs pendaftaran tidak dapat dihubungi.
Tunggu sampai pesan ini hilang, atau tanyakan kepada petugas.</translation>
    </message>
    <message>
        <source>カードを読み取り機に差し込んでも、始まります。</source>
        <translation>Memasukkan kartu ke pembaca juga memulai proses.</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きは、できていません</source>
        <translation>Prosedur belum selesai</translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation>Baca penjelasan di layar. Jika kurang jelas, panggil petugas.</translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation>Hasilnya belum diketahui</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation>Jangan mendaftar lagi. Panggil petugas.</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. Kind of card, drawing and colour of each result: no result is distinguished by colour alone.</extracomment>
        <translation>Layar ini menutup dalam %1 detik</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Prosedur Anda telah selesai</translation>
    </message>
    <message>
        <source>「終わる」を押してから、カードをお取りください。</source>
        <translation>Tekan “Selesai”, lalu ambil kartu Anda.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Lihat sebentar lagi</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>最後の確認です。
もう一度、暗証番号を
入力してください</source>
        <translation>Konfirmasi terakhir:
masukkan PIN
sekali lagi</translation>
    </message>
    <message>
        <source>カードは、そのままにしてください。</source>
        <translation>Biarkan kartu di tempatnya.</translation>
    </message>
    <message>
        <source>ほかの方の申込みと取り違えないために確かめています。</source>
        <translation>Ini agar tidak tertukar dengan pendaftaran orang lain.</translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みと取り違えないために確かめています。
3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Ini agar tidak tertukar dengan pendaftaran orang lain.
Salah 3 kali, PIN tidak dapat dipakai lagi (sisa %n kali).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>これを選ぶ</source>
        <extracomment>So many procedures stand side by side as equal cards; more, or large letters, in rows. Drawing of a procedure that applies for something, and of one that only shows something.</extracomment>
        <translation>Pilih ini</translation>
    </message>
    <message>
        <source>どの手続きをしますか？</source>
        <translation>Apa yang ingin Anda lakukan?</translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation>Pilih salah satu dan tekan.</translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation>Masukkan PIN
4 angka</translation>
    </message>
    <message>
        <source>利用者証明用の番号です。
コンビニで証明書をとるときと同じ番号です。</source>
        <translation>PIN autentikasi pengguna,
sama dengan yang dipakai di toko serba ada.</translation>
    </message>
    <message>
        <source>お子さまのカードの、利用者証明用の番号です。</source>
        <translation>PIN autentikasi pengguna kartu anak.</translation>
    </message>
</context>
<context>
    <name>ExtendScreen</name>
    <message>
        <source>続けるには、
暗証番号を
入力してください</source>
        <translation>Untuk melanjutkan,
masukkan PIN</translation>
    </message>
    <message>
        <source>しばらく操作がありませんでした。
ご本人かどうかを確かめます。</source>
        <translation>Lama tidak ada sentuhan.
Kami memastikan ini masih Anda.</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation>Persiapan</translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation>Letakkan kartu</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation>Konfirmasi kedua</translation>
    </message>
    <message>
        <source>時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>Waktunya habis. Anda belum terdaftar. Untuk mendaftar, tekan lagi tombol “Daftar” (申し込む).</translation>
    </message>
    <message>
        <source>まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>Anda belum terdaftar. Untuk mendaftar, tekan lagi tombol “Daftar” (申し込む).</translation>
    </message>
    <message>
        <source>この先のページは日本語です。押すところを、ここでお知らせします。</source>
        <translation>Halaman berikutnya berbahasa Jepang. Di sini tertulis apa yang ditekan.</translation>
    </message>
    <message>
        <source>分からないときは、「職員を呼ぶ」を押してください。</source>
        <translation>Jika ragu, tekan Panggil petugas.</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>お手続き</source>
        <translation>Prosedur</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>やめる</source>
        <translation>Berhenti</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>Kembali</translation>
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
        <translation>Ukuran huruf dan warna</translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation>Pilih bahasa Language</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Panggil petugas</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Ukuran huruf</translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. The event that 続ける posts.</extracomment>
        <translation>detik</translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation>
            <numerusform>Dalam %n detik, isian Anda akan dihapus</numerusform>
        </translation>
    </message>
    <message>
        <source>続けますか？</source>
        <translation>Apakah Anda ingin melanjutkan?</translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation>Jika dibiarkan, semua isian Anda akan dihapus
dan kembali ke layar awal.</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation>Tanda prosedur ini:</translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation>Apakah ini kartu Anda?</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>すべて消す</source>
        <extracomment>Row and column of each of the ten digits: telephone order, 0 in the middle of the last row. What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same. A digit was typed; digits were erased. Neither carries a digit.</extracomment>
        <translation>Hapus semua</translation>
    </message>
    <message>
        <source>1つ消す</source>
        <translation>Hapus 1</translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>やめて、職員に相談する</source>
        <translation>Berhenti dan tanya petugas</translation>
    </message>
    <message>
        <source>番号が分かるので、続ける</source>
        <translation>Saya tahu PIN-nya, lanjutkan</translation>
    </message>
    <message>
        <source>暗証番号が
ちがいました</source>
        <translation>PIN
salah</translation>
    </message>
    <message>
        <source>暗証番号を入力できるのは、
あと1回です</source>
        <translation>PIN hanya dapat dimasukkan
1 kali lagi</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号に自信がないときは、ここでやめて、職員にご相談ください。</source>
        <translation>Jika salah sekali lagi, PIN kartu ini tidak dapat digunakan lagi.
Jika tidak yakin dengan nomornya, berhentilah di sini dan tanyakan kepada petugas.</translation>
    </message>
</context>
<context>
    <name>LimitWarningScreen</name>
    <message>
        <source>まもなく終わります</source>
        <translation>Segera berakhir</translation>
    </message>
    <message>
        <source>使える時間は、あと少しです。のばせません。
時間になると、入力した内容はすべて消えます。</source>
        <translation>Waktu tinggal sedikit. Tidak bisa diperpanjang.
Setelah habis, semua isian akan dihapus.</translation>
    </message>
    <message>
        <source>それまで続ける</source>
        <translation>Lanjutkan sampai saat itu</translation>
    </message>
</context>
<context>
    <name>LookMenu</name>
    <message>
        <source>標準</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>大きい</source>
        <translation>Besar</translation>
    </message>
    <message>
        <source>とても大きい</source>
        <translation>Sangat besar</translation>
    </message>
    <message>
        <source>はっきり</source>
        <translation>Kontras tinggi</translation>
    </message>
    <message>
        <source>黒地に白</source>
        <translation>Putih di atas hitam</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Ukuran huruf</translation>
    </message>
    <message>
        <source>画面の色</source>
        <translation>Warna layar</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation>%2 dari %1 angka dimasukkan</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation>Sedang diperiksa. Tunggu dan jangan geser kartu.</translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation>PIN tidak disimpan di terminal ini.</translation>
    </message>
    <message>
        <source>数字の並びを変える</source>
        <extracomment>Whether it asks to cover the keys with the other hand.</extracomment>
        <translation>Acak urutan angka</translation>
    </message>
    <message>
        <source>手でかくして、
押してください</source>
        <translation>Tutup dengan tangan
saat menekan</translation>
    </message>
    <message>
        <source>番号は画面に出ません。</source>
        <translation>Angka tidak ditampilkan di layar.</translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>PIN salah. Salah 3 kali, PIN tidak dapat dipakai lagi (sisa %n kali).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Salah 3 kali, PIN tidak dapat dipakai lagi (sisa %n kali).</numerusform>
        </translation>
    </message>
    <message>
        <source>この番号でよい</source>
        <translation>Nomor ini benar</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。</source>
        <translation>Jika salah sekali lagi, PIN kartu ini tidak dapat digunakan lagi.
Pastikan nomornya, lalu tekan “Nomor ini benar”. Sebelum ditekan, tidak terjadi apa-apa.</translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
確かめています</source>
        <translation>Memeriksa
kartu Anda</translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation>Tunggu dan jangan geser kartu.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Kode pertanyaan %1</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Letakkan kartu My Number anak
di atas pembaca kartu</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Letakkan kartu My Number
di atas pembaca kartu</translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにしてください。
途中でカードを取ると、はじめからやり直しになります。</source>
        <translation>Biarkan di sana sampai prosedur selesai.
Jika kartu diambil di tengah jalan, Anda harus mulai dari awal.</translation>
    </message>
    <message>
        <source>保護者の方のカードは、使わないでください。</source>
        <translation>Jangan letakkan kartu orang tua.</translation>
    </message>
    <message>
        <source>顔写真のある面を上にして、1枚だけ置きます。</source>
        <translation>Sisi berfoto di atas, satu kartu saja.</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Masukkan kartu My Number anak
ke pembaca kartu</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Masukkan kartu My Number
ke pembaca kartu</translation>
    </message>
    <message>
        <source>ICチップのある面を上にして、チップの側から差し込みます。</source>
        <translation>Sisi chip di atas, ujung chip lebih dulu.</translation>
    </message>
    <message>
        <source>手続きが終わるまで、差し込んだままにしてください。
途中でカードを抜くと、はじめからやり直しになります。</source>
        <translation>Biarkan di sana sampai prosedur selesai.
Jika kartu dicabut di tengah jalan, Anda harus mulai dari awal.</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation>Siapkan ini</translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation>Tidak</translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation>Sudah siap</translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation>Ya, diperbarui</translation>
    </message>
    <message>
        <source>お子さまのカードと、お子さまの暗証番号を使います。</source>
        <translation>Kartu dan PIN anak Anda yang dipakai.</translation>
    </message>
    <message>
        <source>子どもの申込みをする（代理）</source>
        <translation>Mendaftar untuk anak saya</translation>
    </message>
    <message>
        <source>自分の申込みにもどる</source>
        <translation>Kembali ke pendaftaran saya</translation>
    </message>
    <message>
        <source>今日、市役所でマイナンバーカードの「更新」をしましたか？
（電子証明書の更新）</source>
        <translation>Apakah hari ini Anda memperbarui kartu My Number di kantor kota?
(pembaruan sertifikat elektronik)</translation>
    </message>
    <message>
        <source>分からない</source>
        <translation>Saya tidak tahu</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>もう一度</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <extracomment>The place after a full stop of any script, with the space there. First letter of the failure&apos;s code -&gt; its icon; for all others &quot;info&quot;.</extracomment>
        <translation>Kode pertanyaan %1</translation>
    </message>
    <message>
        <source>窓口：%1&#x3000;%2</source>
        <translation>Loket: %1 %2</translation>
    </message>
    <message>
        <source>書類：%1</source>
        <translation>Formulir: %1</translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message>
        <source>手続きをどうしますか？</source>
        <translation>Apa yang ingin Anda lakukan?</translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation>Hasil pendaftaran belum diketahui.
Tanyakan kepada petugas sebelum berhenti.</translation>
    </message>
    <message>
        <source>手続きを続ける</source>
        <translation>Lanjutkan prosedur</translation>
    </message>
    <message>
        <source>手続きをやめる</source>
        <translation>Hentikan prosedur</translation>
    </message>
    <message>
        <source>入力した内容を消して、終わります。</source>
        <translation>Isian dihapus, lalu selesai.</translation>
    </message>
    <message>
        <source>次の方に交代する</source>
        <translation>Ganti ke orang berikutnya</translation>
    </message>
    <message>
        <source>入力した内容を消して、次の方が始めます。</source>
        <translation>Isian dihapus; orang berikutnya mulai.</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Panggil petugas</translation>
    </message>
    <message>
        <source>入力した内容は、そのまま残ります。</source>
        <translation>Isian Anda tetap tersimpan.</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Berhenti</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>上に続きがあります</source>
        <extracomment>Least width for two parts side by side, and greatest height of a screen&apos;s content, in body letters. Of the height that is left over in a tall window, the part above the content: an eighth. Of the visible height, the part by which one press scrolls, so that the last line is the next first one.</extracomment>
        <translation>Masih ada di atas</translation>
    </message>
    <message>
        <source>下に続きがあります</source>
        <translation>Masih ada di bawah</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>しるし：</source>
        <translation>Simbol: </translation>
    </message>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation>Langkah %2 dari %1: %3</translation>
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
        <translation>Petugas
segera datang</translation>
    </message>
    <message>
        <source>このまま、お待ちください。</source>
        <translation>Silakan tunggu di sini.</translation>
    </message>
    <message>
        <source>カードはそのままで大丈夫です。内容はかくしてあります。</source>
        <translation>Kartu boleh tetap di pembaca. Isian Anda disembunyikan.</translation>
    </message>
    <message>
        <source>戻るには、ご自分のカードが読み取り機に必要です。</source>
        <translation>Untuk kembali, tekan dengan kartu Anda sendiri di pembaca.</translation>
    </message>
    <message>
        <source>あと約%1分は、このままお待ちになれます</source>
        <translation>Anda bisa menunggu sekitar %1 menit lagi</translation>
    </message>
    <message>
        <source>お知らせを読む</source>
        <translation>Baca pemberitahuan</translation>
    </message>
    <message>
        <source>手続きに戻る</source>
        <translation>Kembali ke prosedur</translation>
    </message>
</context>
<context>
    <name>TooSmall</name>
    <message>
        <source>画面が小さいため、表示できません。
職員をお呼びください。</source>
        <translation>Layar terlalu kecil untuk menampilkan ini.
Panggil petugas.</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <extracomment>The Japanese word, shown in every language. Kept: the curtain takes a person&apos;s letters for a while, and the tab does not.</extracomment>
        <translation>Pelatihan</translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation>Sedang disiapkan</translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>Mohon tunggu sebentar.</translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation>Memeriksa
kartu Anda</translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation>Menghapus
data Anda</translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation>Silakan ambil
kartu Anda</translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation>Silakan panggil petugas.</translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation>Terminal ini
tidak dapat digunakan</translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation>Saat ini
tidak dapat digunakan</translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation>Menghapus data Anda</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>Untuk petugas</translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation>Terminal %1</translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation>%1 (tidak perlu)</translation>
    </message>
    <message>
        <source>%1（失敗）</source>
        <translation>%1 (gagal)</translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation>Hubungi&#x3000;%1</translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation>Pembaca kartu yang terhubung</translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation>Tidak ada pembaca kartu yang terhubung</translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (text while it is to do, text when it is done).</extracomment>
        <translation>Menutup layar</translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation>Layar sudah ditutup</translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation>Keluar dari situs</translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation>Sudah keluar dari situs</translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation>Menghapus salinan</translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation>Salinan sudah dihapus</translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation>Membatalkan cetakan</translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation>Cetakan sudah dibatalkan</translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>End reason -&gt; its sentence, where the customer did not end the session.</extracomment>
        <translation>Sesi diakhiri karena tidak ada kegiatan beberapa saat.</translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation>Sesi diakhiri karena waktunya habis.</translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation>Sesi diakhiri karena kartu diambil.</translation>
    </message>
    <message>
        <source>ちがうカードに替わったので、終わりました。</source>
        <translation>Sesi diakhiri karena kartu lain diletakkan.</translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation>Sesi diakhiri karena pembaca kartu terlepas.</translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation>Sesi diakhiri karena layar berhenti bekerja.</translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation>Sesi diakhiri karena situs tidak dapat dihubungi.</translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation>Hasil pendaftaran tidak diketahui. Jangan mendaftar lagi; periksa statusnya bersama petugas.</translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation>Data orang lain mungkin terlihat. Jangan lakukan apa pun dan panggil petugas.</translation>
    </message>
    <message>
        <source>この端末に不具合があったので、終わりました。</source>
        <translation>Sesi diakhiri karena ada gangguan pada terminal ini.</translation>
    </message>
    <message>
        <source>画面のつなぎ方が変わったので、終わりました。</source>
        <translation>Sesi diakhiri karena sambungan layar berubah.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Kode pertanyaan %1</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了する</source>
        <translation>Mengakhiri program</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了しました</source>
        <translation>Program diakhiri</translation>
    </message>
    <message>
        <source>カードとの通信を終える</source>
        <translation>Mengakhiri komunikasi dengan kartu</translation>
    </message>
    <message>
        <source>カードとの通信を終えました</source>
        <translation>Komunikasi dengan kartu diakhiri</translation>
    </message>
    <message>
        <source>一時的な記録を消す</source>
        <translation>Menghapus data sementara</translation>
    </message>
    <message>
        <source>一時的な記録を消しました</source>
        <translation>Data sementara dihapus</translation>
    </message>
    <message>
        <source>ありがとうございました</source>
        <translation>Terima kasih</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Prosedur Anda telah selesai</translation>
    </message>
    <message>
        <source>お手続きは、できていません</source>
        <translation>Prosedur Anda belum selesai</translation>
    </message>
    <message>
        <source>お手続きの結果は、まだ分かりません</source>
        <translation>Hasilnya belum diketahui</translation>
    </message>
    <message>
        <source>分からないことは、下の窓口でお尋ねください。</source>
        <translation>Jika ada pertanyaan, tanyakan di loket di bawah ini.</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員にお尋ねください。</source>
        <translation>Jangan mendaftar lagi. Tanyakan kepada petugas.</translation>
    </message>
    <message>
        <source>窓口でご案内します</source>
        <translation>Silakan menuju loket</translation>
    </message>
    <message>
        <source>職員にお声がけください</source>
        <translation>Silakan beri tahu petugas</translation>
    </message>
    <message>
        <source>またお越しください</source>
        <translation>Silakan datang lagi</translation>
    </message>
    <message>
        <source>情報を消しました</source>
        <translation>Data Anda telah dihapus</translation>
    </message>
    <message>
        <source>内容</source>
        <extracomment>Labels of the facts.</extracomment>
        <translation>Apa</translation>
    </message>
    <message>
        <source>確定日</source>
        <translation>Pasti</translation>
    </message>
    <message>
        <source>確かめ方</source>
        <translation>Lihat</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>これから</source>
        <translation>Lalu</translation>
    </message>
    <message>
        <source>案内先</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>来られる日</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>持ち物</source>
        <translation>Bawa</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>%1（音声案内 %2番）</source>
        <translation>%1 (tekan %2)</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。</source>
        <translation>Anda dapat mulai lagi kapan saja. Isian Anda tidak disimpan.</translation>
    </message>
    <message>
        <source>%1から手続きできます。</source>
        <translation>Dapat dilakukan mulai %1.</translation>
    </message>
    <message>
        <source>市民課の窓口</source>
        <translation>Loket urusan warga (市民課)</translation>
    </message>
    <message>
        <source>お忘れ物はございませんか</source>
        <translation>Ada barang yang tertinggal?</translation>
    </message>
    <message>
        <source>消去の控え</source>
        <translation>Bukti hapus</translation>
    </message>
    <message>
        <source>お客さまの情報は、この端末に残っていません。</source>
        <translation>Tidak ada data Anda yang tersisa di terminal ini.</translation>
    </message>
    <message>
        <source>%1に確かめました。</source>
        <translation>Dipastikan pukul %1.</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます。</source>
        <translation>Layar ini menutup dalam %1 detik.</translation>
    </message>
    <message>
        <source>職員が確認するまで、この画面のままです。</source>
        <translation>Layar ini tetap sampai dilihat petugas.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Lihat sebentar lagi</translation>
    </message>
    <message>
        <source>分かりました</source>
        <translation>Saya mengerti</translation>
    </message>
    <message>
        <source>職員が確認しました</source>
        <translation>Sudah dilihat petugas</translation>
    </message>
    <message>
        <source>この端末では、手続きを続けられませんでした。</source>
        <translation>Prosedur tidak dapat dilanjutkan di terminal ini.</translation>
    </message>
    <message>
        <source>安全に接続できないため、終了しました。</source>
        <translation>Diakhiri karena keamanan situs tidak dapat dipastikan.</translation>
    </message>
    <message>
        <source>職員が手続きを終了しました。</source>
        <translation>Petugas mengakhiri prosedur.</translation>
    </message>
    <message>
        <source>サイトで手続きを進められないため、終了しました。</source>
        <translation>Diakhiri karena situs tidak dapat melanjutkan prosedur.</translation>
    </message>
    <message>
        <source>カードが
離れました</source>
        <translation>Kartu terlepas
dari pembaca</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度置いてください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Segera letakkan kembali kartu yang sama.
Jika waktu habis, isian Anda akan dihapus.</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度差し込んでください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Segera masukkan kembali kartu yang sama.
Jika waktu habis, isian Anda akan dihapus.</translation>
    </message>
    <message>
        <source>ただいま
休止中です</source>
        <translation>Terminal ini
sedang berhenti</translation>
    </message>
    <message>
        <source>本日の受付は
終了しました</source>
        <translation>Layanan hari ini
telah selesai</translation>
    </message>
    <message>
        <source>%1に再開する予定です</source>
        <translation>Direncanakan buka lagi pukul %1.</translation>
    </message>
    <message>
        <source>お急ぎの方は、%1へお越しください。</source>
        <translation>Jika mendesak, silakan ke %1.</translation>
    </message>
    <message>
        <source>お電話でのお問い合わせ&#x3000;%1&#x3000;%2</source>
        <translation>Pertanyaan lewat telepon: %1 %2</translation>
    </message>
    <message>
        <source>控えを印刷する</source>
        <translation>Cetak lembar ini</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>Sedang mencetak</translation>
    </message>
    <message>
        <source>印刷しました</source>
        <translation>Sudah dicetak</translation>
    </message>
    <message>
        <source>印刷できませんでした。職員にお声がけください。</source>
        <translation>Tidak dapat dicetak. Tanyakan kepada petugas.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation>Payung</translation>
    </message>
    <message>
        <source>りんご</source>
        <translation>Apel</translation>
    </message>
    <message>
        <source>さかな</source>
        <translation>Ikan</translation>
    </message>
    <message>
        <source>すず</source>
        <translation>Lonceng</translation>
    </message>
    <message>
        <source>ほし</source>
        <translation>Bintang</translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation>Daun</translation>
    </message>
    <message>
        <source>ふね</source>
        <translation>Perahu</translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>コップ</source>
        <translation>Cangkir</translation>
    </message>
    <message>
        <source>つき</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>き</source>
        <translation>Pohon</translation>
    </message>
    <message>
        <source>とり</source>
        <translation>Burung</translation>
    </message>
    <message>
        <source>はな</source>
        <translation>Bunga</translation>
    </message>
    <message>
        <source>いえ</source>
        <translation>Rumah</translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation>Topi</translation>
    </message>
    <message>
        <source>ほん</source>
        <translation>Buku</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>%1時%2分%3秒</source>
        <extracomment>The second language of sentences shown in two languages, when the chosen one is Japanese. The bytes of the loaded .qm files: a translator reads them as long as it exists.</extracomment>
        <translation>%1.%2.%3</translation>
    </message>
    <message>
        <source>%1時%2分</source>
        <extracomment>A time of day to the minute.</extracomment>
        <translation>%1.%2</translation>
    </message>
</context>
</TS>
