<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="ja">
<context>
    <name>AttractScreen</name>
    <message>
        <source>マイナンバーカードの
お手続き</source>
        <translation>Serviços com o
Cartão My Number</translation>
    </message>
    <message>
        <source>画面の案内にそって、いっしょに進めます。
分からないときは、いつでも職員をお呼びください。</source>
        <translation>A tela orienta você passo a passo.
Se tiver dúvidas, chame um atendente a qualquer momento.</translation>
    </message>
    <message>
        <source>始める</source>
        <translation>Começar</translation>
    </message>
    <message>
        <source>カードを読み取り機に置いても、始まります。</source>
        <translation>Colocar o cartão na leitora também inicia.</translation>
    </message>
    <message>
        <source>マイナンバーカード</source>
        <translation>Cartão My Number (マイナンバーカード)</translation>
    </message>
    <message>
        <source>%1に確認しました</source>
        <extracomment>Languages in a row: two rows of six where there is room, else as many as fit; all rows are full. From this factor of the letters on the languages have no room below the rest; they scroll with it.</extracomment>
        <translation>Confirmado às %1</translation>
    </message>
    <message>
        <source>前の方の情報は残っていません</source>
        <translation>Nenhum dado da pessoa anterior ficou aqui</translation>
    </message>
    <message>
        <source>ご用意いただくもの</source>
        <translation>O que você precisa</translation>
    </message>
    <message>
        <source>数字4けたの暗証番号（利用者証明用）</source>
        <translation>Senha de autenticação do usuário (4 dígitos)</translation>
    </message>
    <message>
        <source>ただいま、申込みサイトにつながりません。
この表示が消えるまでお待ちになるか、職員にお声がけください。</source>
        <translation>No momento não é possível conectar ao site de inscrição.
Aguarde até este aviso desaparecer ou fale com um atendente.</translation>
    </message>
    <message>
        <source>カードを読み取り機に差し込んでも、始まります。</source>
        <translation>Inserir o cartão na leitora também inicia.</translation>
    </message>
</context>
<context>
    <name>BrowseScreen</name>
    <message>
        <source>手続きは、できていません</source>
        <translation>O procedimento não foi concluído</translation>
    </message>
    <message>
        <source>画面の説明を読んで、分からないときは職員をお呼びください。</source>
        <translation>Leia as explicações na tela. Se tiver dúvidas, chame um atendente.</translation>
    </message>
    <message>
        <source>結果が、まだ分かりません</source>
        <translation>Ainda não se sabe o resultado</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員をお呼びください。</source>
        <translation>Não solicite de novo. Chame um atendente.</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. Kind of card, drawing and colour of each result: no result is distinguished by colour alone.</extracomment>
        <translation>Esta tela fecha em %1 segundos</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Seu procedimento foi concluído</translation>
    </message>
    <message>
        <source>「終わる」を押してから、カードをお取りください。</source>
        <translation>Toque em “Terminar” e depois retire o cartão.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Ver mais um pouco</translation>
    </message>
</context>
<context>
    <name>CheckScreen</name>
    <message>
        <source>最後の確認です。
もう一度、暗証番号を
入力してください</source>
        <translation>Última confirmação:
digite a senha
outra vez</translation>
    </message>
    <message>
        <source>カードは、そのままにしてください。</source>
        <translation>Deixe o cartão onde está.</translation>
    </message>
    <message>
        <source>ほかの方の申込みと取り違えないために確かめています。</source>
        <translation>Isto evita confusão com a solicitação de outra pessoa.</translation>
    </message>
    <message numerus="yes">
        <source>ほかの方の申込みと取り違えないために確かめています。
3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Isto evita confusão com a solicitação de outra pessoa.
Após 3 erros a senha é bloqueada (resta %n).</numerusform>
            <numerusform>Isto evita confusão com a solicitação de outra pessoa.
Após 3 erros a senha é bloqueada (restam %n).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>これを選ぶ</source>
        <extracomment>So many procedures stand side by side as equal cards; more, or large letters, in rows. Drawing of a procedure that applies for something, and of one that only shows something.</extracomment>
        <translation>Escolher esta</translation>
    </message>
    <message>
        <source>どの手続きをしますか？</source>
        <translation>O que você quer fazer?</translation>
    </message>
    <message>
        <source>1つ選んで、押してください。</source>
        <translation>Escolha uma opção e toque nela.</translation>
    </message>
</context>
<context>
    <name>EnterPinScreen</name>
    <message>
        <source>4けたの暗証番号を
入力してください</source>
        <translation>Digite a senha
de 4 dígitos</translation>
    </message>
    <message>
        <source>利用者証明用の番号です。
コンビニで証明書をとるときと同じ番号です。</source>
        <translation>Senha de autenticação do usuário,
a mesma usada nas lojas de conveniência.</translation>
    </message>
    <message>
        <source>お子さまのカードの、利用者証明用の番号です。</source>
        <translation>Senha de autenticação do usuário do cartão da criança.</translation>
    </message>
</context>
<context>
    <name>ExtendScreen</name>
    <message>
        <source>続けるには、
暗証番号を
入力してください</source>
        <translation>Para continuar,
digite a senha</translation>
    </message>
    <message>
        <source>しばらく操作がありませんでした。
ご本人かどうかを確かめます。</source>
        <translation>Ficou um tempo sem uso.
Vamos confirmar que ainda é você.</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>準備</source>
        <translation>Preparação</translation>
    </message>
    <message>
        <source>カードを置く</source>
        <translation>Colocar o cartão</translation>
    </message>
    <message>
        <source>暗証番号</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>もう一度の確認</source>
        <translation>Nova confirmação</translation>
    </message>
    <message>
        <source>時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>O tempo acabou. Nada foi solicitado ainda. Para solicitar, toque outra vez no botão de solicitar (申し込む).</translation>
    </message>
    <message>
        <source>まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。</source>
        <translation>Nada foi solicitado ainda. Para solicitar, toque outra vez no botão de solicitar (申し込む).</translation>
    </message>
    <message>
        <source>この先のページは日本語です。押すところを、ここでお知らせします。</source>
        <translation>As próximas páginas estão em japonês. Aqui você lê onde apertar.</translation>
    </message>
    <message>
        <source>分からないときは、「職員を呼ぶ」を押してください。</source>
        <translation>Se tiver dúvida, aperte Chamar atendente.</translation>
    </message>
    <message>
        <source>カード</source>
        <translation>Cartão</translation>
    </message>
    <message>
        <source>お手続き</source>
        <translation>Procedimento</translation>
    </message>
    <message>
        <source>完了</source>
        <translation>Concluído</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>やめる</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>もどる</source>
        <translation>Voltar</translation>
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
        <translation>Tamanho da letra e cores</translation>
    </message>
    <message>
        <source>ことばを選ぶ Language</source>
        <translation>Escolher o idioma Language</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Chamar atendente</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Tamanho da letra</translation>
    </message>
</context>
<context>
    <name>IdleWarningScreen</name>
    <message>
        <source>秒</source>
        <extracomment>Seconds between two announcements of the count-down by a screen reader. The event that 続ける posts.</extracomment>
        <translation>segundos</translation>
    </message>
    <message numerus="yes">
        <source>あと %n 秒で、入力した内容が消えます</source>
        <translation>
            <numerusform>Em %n segundo, o que você digitou será apagado</numerusform>
            <numerusform>Em %n segundos, o que você digitou será apagado</numerusform>
        </translation>
    </message>
    <message>
        <source>続けますか？</source>
        <translation>Deseja continuar?</translation>
    </message>
    <message>
        <source>このままだと、入力した内容は
すべて消えて、はじめの画面に戻ります。</source>
        <translation>Se não fizer nada, tudo o que digitou será
apagado e você voltará à tela inicial.</translation>
    </message>
    <message>
        <source>続ける</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>この手続きのしるし：</source>
        <translation>Símbolo:</translation>
    </message>
    <message>
        <source>あなたのカードですか？</source>
        <translation>Este cartão é seu?</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>すべて消す</source>
        <extracomment>Row and column of each of the ten digits: telephone order, 0 in the middle of the last row. What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same. A digit was typed; digits were erased. Neither carries a digit.</extracomment>
        <translation>Apagar tudo</translation>
    </message>
    <message>
        <source>1つ消す</source>
        <translation>Apagar 1</translation>
    </message>
</context>
<context>
    <name>LastTryScreen</name>
    <message>
        <source>やめて、職員に相談する</source>
        <translation>Parar e falar com um atendente</translation>
    </message>
    <message>
        <source>番号が分かるので、続ける</source>
        <translation>Eu sei a senha, continuar</translation>
    </message>
    <message>
        <source>暗証番号が
ちがいました</source>
        <translation>A senha
estava errada</translation>
    </message>
    <message>
        <source>暗証番号を入力できるのは、
あと1回です</source>
        <translation>Só resta
1 tentativa de senha</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号に自信がないときは、ここでやめて、職員にご相談ください。</source>
        <translation>Se errar mais uma vez, a senha deste cartão não poderá mais ser usada.
Se não tiver certeza do número, pare aqui e fale com um atendente.</translation>
    </message>
</context>
<context>
    <name>LimitWarningScreen</name>
    <message>
        <source>まもなく終わります</source>
        <translation>Vai terminar em breve</translation>
    </message>
    <message>
        <source>使える時間は、あと少しです。のばせません。
時間になると、入力した内容はすべて消えます。</source>
        <translation>Resta pouco tempo. Não é possível prorrogar.
No fim, tudo o que você digitou será apagado.</translation>
    </message>
    <message>
        <source>それまで続ける</source>
        <translation>Continuar até lá</translation>
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
        <translation>Grande</translation>
    </message>
    <message>
        <source>とても大きい</source>
        <translation>Muito grande</translation>
    </message>
    <message>
        <source>はっきり</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>黒地に白</source>
        <translation>Branco no preto</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Tamanho da letra</translation>
    </message>
    <message>
        <source>画面の色</source>
        <translation>Cores da tela</translation>
    </message>
</context>
<context>
    <name>PinBoxes</name>
    <message>
        <source>%1けたのうち%2けた目まで入力</source>
        <translation>%2 de %1 dígitos digitados</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>確かめています。カードを動かさずに、お待ちください。</source>
        <translation>Verificando. Aguarde e não mova o cartão.</translation>
    </message>
    <message>
        <source>暗証番号は、この端末に残りません。</source>
        <translation>A senha não fica guardada neste terminal.</translation>
    </message>
    <message>
        <source>数字の並びを変える</source>
        <extracomment>Whether it asks to cover the keys with the other hand.</extracomment>
        <translation>Embaralhar os números</translation>
    </message>
    <message>
        <source>手でかくして、
押してください</source>
        <translation>Cubra com a mão
ao digitar</translation>
    </message>
    <message>
        <source>番号は画面に出ません。</source>
        <translation>Os números não aparecem na tela.</translation>
    </message>
    <message numerus="yes">
        <source>暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>A senha está errada. Após 3 erros a senha é bloqueada (resta %n).</numerusform>
            <numerusform>A senha está errada. Após 3 erros a senha é bloqueada (restam %n).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>3回まちがえると使えなくなります（あと%n回）。</source>
        <translation>
            <numerusform>Após 3 erros a senha é bloqueada (resta %n).</numerusform>
            <numerusform>Após 3 erros a senha é bloqueada (restam %n).</numerusform>
        </translation>
    </message>
    <message>
        <source>この番号でよい</source>
        <translation>Este número está certo</translation>
    </message>
    <message>
        <source>次にまちがえると、このカードの暗証番号は使えなくなります。
番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。</source>
        <translation>Se errar mais uma vez, a senha deste cartão não poderá mais ser usada.
Confira bem o número e toque em “Este número está certo”. Antes disso nada acontece.</translation>
    </message>
</context>
<context>
    <name>PlaceCardScreen</name>
    <message>
        <source>カードを
確かめています</source>
        <translation>Verificando
o seu cartão</translation>
    </message>
    <message>
        <source>カードを動かさずに、お待ちください。</source>
        <translation>Aguarde e não mova o cartão.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Código de atendimento %1</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Coloque o cartão My Number
da criança em cima da leitora</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機の上に
置いてください</source>
        <translation>Coloque o cartão My Number
em cima da leitora</translation>
    </message>
    <message>
        <source>手続きが終わるまで、置いたままにしてください。
途中でカードを取ると、はじめからやり直しになります。</source>
        <translation>Deixe o cartão ali até terminar.
Se retirar o cartão no meio, será preciso recomeçar.</translation>
    </message>
    <message>
        <source>保護者の方のカードは、使わないでください。</source>
        <translation>Não coloque o cartão do responsável.</translation>
    </message>
    <message>
        <source>顔写真のある面を上にして、1枚だけ置きます。</source>
        <translation>Lado da foto para cima, um cartão só.</translation>
    </message>
    <message>
        <source>お子さまのマイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Insira o cartão My Number
da criança na leitora</translation>
    </message>
    <message>
        <source>マイナンバーカードを
読み取り機に
差し込んでください</source>
        <translation>Insira o cartão My Number
na leitora</translation>
    </message>
    <message>
        <source>ICチップのある面を上にして、チップの側から差し込みます。</source>
        <translation>Lado do chip para cima, a ponta do chip primeiro.</translation>
    </message>
    <message>
        <source>手続きが終わるまで、差し込んだままにしてください。
途中でカードを抜くと、はじめからやり直しになります。</source>
        <translation>Deixe o cartão ali até terminar.
Se retirar o cartão no meio, será preciso recomeçar.</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>ご用意ください</source>
        <translation>Tenha em mãos</translation>
    </message>
    <message>
        <source>いいえ、していません</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>用意できました</source>
        <translation>Tenho tudo</translation>
    </message>
    <message>
        <source>はい、しました</source>
        <translation>Sim, renovei</translation>
    </message>
    <message>
        <source>お子さまのカードと、お子さまの暗証番号を使います。</source>
        <translation>São usados o cartão e a senha da criança.</translation>
    </message>
    <message>
        <source>子どもの申込みをする（代理）</source>
        <translation>Solicitar para meu filho ou filha</translation>
    </message>
    <message>
        <source>自分の申込みにもどる</source>
        <translation>Voltar à minha solicitação</translation>
    </message>
    <message>
        <source>今日、市役所でマイナンバーカードの「更新」をしましたか？
（電子証明書の更新）</source>
        <translation>Você renovou hoje o cartão My Number na prefeitura?
(renovação do certificado eletrônico)</translation>
    </message>
    <message>
        <source>分からない</source>
        <translation>Não sei</translation>
    </message>
</context>
<context>
    <name>ProblemScreen</name>
    <message>
        <source>もう一度</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>終わる</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <extracomment>The place after a full stop of any script, with the space there. First letter of the failure&apos;s code -&gt; its icon; for all others &quot;info&quot;.</extracomment>
        <translation>Código de atendimento %1</translation>
    </message>
    <message>
        <source>窓口：%1&#x3000;%2</source>
        <translation>Guichê: %1 %2</translation>
    </message>
    <message>
        <source>書類：%1</source>
        <translation>Formulário: %1</translation>
    </message>
</context>
<context>
    <name>QuitSheet</name>
    <message>
        <source>手続きをどうしますか？</source>
        <translation>O que deseja fazer?</translation>
    </message>
    <message>
        <source>申込みの結果が、まだ分かりません。
このまま終わってもよいか、職員に聞いてください。</source>
        <translation>Ainda não se sabe o resultado da solicitação.
Pergunte a um atendente antes de parar.</translation>
    </message>
    <message>
        <source>手続きを続ける</source>
        <translation>Continuar o procedimento</translation>
    </message>
    <message>
        <source>手続きをやめる</source>
        <translation>Parar o procedimento</translation>
    </message>
    <message>
        <source>入力した内容を消して、終わります。</source>
        <translation>O que você digitou é apagado e tudo termina.</translation>
    </message>
    <message>
        <source>次の方に交代する</source>
        <translation>Passar para a próxima pessoa</translation>
    </message>
    <message>
        <source>入力した内容を消して、次の方が始めます。</source>
        <translation>O que você digitou é apagado; a próxima pessoa começa.</translation>
    </message>
    <message>
        <source>職員を呼ぶ</source>
        <translation>Chamar atendente</translation>
    </message>
    <message>
        <source>入力した内容は、そのまま残ります。</source>
        <translation>O que você digitou continua como está.</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>上に続きがあります</source>
        <extracomment>Least width for two parts side by side, and greatest height of a screen&apos;s content, in body letters. Of the height that is left over in a tall window, the part above the content: an eighth. Of the visible height, the part by which one press scrolls, so that the last line is the next first one.</extracomment>
        <translation>Há mais conteúdo acima</translation>
    </message>
    <message>
        <source>下に続きがあります</source>
        <translation>Há mais conteúdo abaixo</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>しるし：</source>
        <translation>Símbolo: </translation>
    </message>
    <message>
        <source>全%1ステップのうち%2：%3</source>
        <translation>Etapa %2 de %1: %3</translation>
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
        <translation>Um atendente
está vindo</translation>
    </message>
    <message>
        <source>このまま、お待ちください。</source>
        <translation>Aguarde aqui, por favor.</translation>
    </message>
    <message>
        <source>カードはそのままで大丈夫です。内容はかくしてあります。</source>
        <translation>Pode deixar o cartão no leitor. O que você digitou está oculto.</translation>
    </message>
    <message>
        <source>戻るには、ご自分のカードが読み取り機に必要です。</source>
        <translation>Para voltar, deixe o seu próprio cartão no leitor e toque.</translation>
    </message>
    <message>
        <source>あと約%1分は、このままお待ちになれます</source>
        <translation>Você pode esperar mais cerca de %1 min</translation>
    </message>
    <message>
        <source>お知らせを読む</source>
        <translation>Ler o aviso</translation>
    </message>
    <message>
        <source>手続きに戻る</source>
        <translation>Voltar ao procedimento</translation>
    </message>
</context>
<context>
    <name>TooSmall</name>
    <message>
        <source>画面が小さいため、表示できません。
職員をお呼びください。</source>
        <translation>A tela é pequena demais para mostrar isto.
Chame um atendente.</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>研修用</source>
        <extracomment>The Japanese word, shown in every language. Kept: the curtain takes a person&apos;s letters for a while, and the tab does not.</extracomment>
        <translation>Treinamento</translation>
    </message>
</context>
<context>
    <name>curtain</name>
    <message>
        <source>準備しています</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>しばらくお待ちください。</source>
        <translation>Aguarde um momento.</translation>
    </message>
    <message>
        <source>カードを
確かめています</source>
        <translation>Verificando
o seu cartão</translation>
    </message>
    <message>
        <source>お客さまの情報を
消しています</source>
        <translation>Apagando
os seus dados</translation>
    </message>
    <message>
        <source>カードを
お取りください</source>
        <translation>Retire
o seu cartão</translation>
    </message>
    <message>
        <source>職員をお呼びください。</source>
        <translation>Chame um atendente.</translation>
    </message>
    <message>
        <source>この端末は
使用を中止しています</source>
        <translation>Este terminal está
fora de serviço</translation>
    </message>
    <message>
        <source>ただいま
使えません</source>
        <translation>Indisponível
no momento</translation>
    </message>
    <message>
        <source>お客さまの情報を消しています</source>
        <translation>Apagando os seus dados</translation>
    </message>
    <message>
        <source>職員の方へ</source>
        <translation>Para o atendente</translation>
    </message>
    <message>
        <source>端末 %1</source>
        <translation>Terminal %1</translation>
    </message>
    <message>
        <source>%1（必要なし）</source>
        <translation>%1 (não necessário)</translation>
    </message>
    <message>
        <source>%1（失敗）</source>
        <translation>%1 (falhou)</translation>
    </message>
    <message>
        <source>連絡先&#x3000;%1</source>
        <translation>Contato&#x3000;%1</translation>
    </message>
    <message>
        <source>つながっているカードリーダー</source>
        <translation>Leitores de cartão conectados</translation>
    </message>
    <message>
        <source>つながっているカードリーダーは、ありません</source>
        <translation>Nenhum leitor de cartão conectado</translation>
    </message>
    <message>
        <source>画面をかくす</source>
        <extracomment>Wipe step -&gt; (text while it is to do, text when it is done).</extracomment>
        <translation>Cobrir a tela</translation>
    </message>
    <message>
        <source>画面をかくしました</source>
        <translation>Tela coberta</translation>
    </message>
    <message>
        <source>サイトからログアウトする</source>
        <translation>Sair do site</translation>
    </message>
    <message>
        <source>サイトからログアウトしました</source>
        <translation>Saída do site concluída</translation>
    </message>
    <message>
        <source>コピーした内容を消す</source>
        <translation>Apagar o que foi copiado</translation>
    </message>
    <message>
        <source>コピーした内容を消しました</source>
        <translation>Conteúdo copiado apagado</translation>
    </message>
    <message>
        <source>印刷の予約を取り消す</source>
        <translation>Cancelar as impressões</translation>
    </message>
    <message>
        <source>印刷の予約を取り消しました</source>
        <translation>Impressões canceladas</translation>
    </message>
    <message>
        <source>しばらく操作がなかったので、終わりました。</source>
        <extracomment>End reason -&gt; its sentence, where the customer did not end the session.</extracomment>
        <translation>A sessão terminou porque nada foi feito por algum tempo.</translation>
    </message>
    <message>
        <source>使える時間が過ぎたので、終わりました。</source>
        <translation>A sessão terminou porque o tempo acabou.</translation>
    </message>
    <message>
        <source>カードがはずれたので、終わりました。</source>
        <translation>A sessão terminou porque o cartão foi retirado.</translation>
    </message>
    <message>
        <source>ちがうカードに替わったので、終わりました。</source>
        <translation>A sessão terminou porque outro cartão foi colocado.</translation>
    </message>
    <message>
        <source>カードリーダーが外れたので、終わりました。</source>
        <translation>A sessão terminou porque o leitor de cartões foi desconectado.</translation>
    </message>
    <message>
        <source>画面の動きが止まったので、終わりました。</source>
        <translation>A sessão terminou porque a tela parou de responder.</translation>
    </message>
    <message>
        <source>サイトにつながらないので、終わりました。</source>
        <translation>A sessão terminou porque não foi possível acessar o site.</translation>
    </message>
    <message>
        <source>申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。</source>
        <translation>Não se sabe o resultado da solicitação. Não solicite de novo; verifique a situação com um atendente.</translation>
    </message>
    <message>
        <source>ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。</source>
        <translation>Você pode ter visto dados de outra pessoa. Não toque em nada e chame um atendente.</translation>
    </message>
    <message>
        <source>この端末に不具合があったので、終わりました。</source>
        <translation>A sessão terminou por causa de uma falha neste terminal.</translation>
    </message>
    <message>
        <source>画面のつなぎ方が変わったので、終わりました。</source>
        <translation>A sessão terminou porque a conexão da tela mudou.</translation>
    </message>
    <message>
        <source>お問い合わせ番号 %1</source>
        <translation>Código de atendimento %1</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了する</source>
        <translation>Encerrar o programa</translation>
    </message>
    <message>
        <source>手続きのプログラムを終了しました</source>
        <translation>O programa foi encerrado</translation>
    </message>
    <message>
        <source>カードとの通信を終える</source>
        <translation>Encerrar a comunicação com o cartão</translation>
    </message>
    <message>
        <source>カードとの通信を終えました</source>
        <translation>A comunicação com o cartão foi encerrada</translation>
    </message>
    <message>
        <source>一時的な記録を消す</source>
        <translation>Apagar os dados temporários</translation>
    </message>
    <message>
        <source>一時的な記録を消しました</source>
        <translation>Os dados temporários foram apagados</translation>
    </message>
    <message>
        <source>ありがとうございました</source>
        <translation>Obrigado</translation>
    </message>
    <message>
        <source>お手続きが完了しました</source>
        <translation>Seu procedimento foi concluído</translation>
    </message>
    <message>
        <source>お手続きは、できていません</source>
        <translation>Seu procedimento não foi concluído</translation>
    </message>
    <message>
        <source>お手続きの結果は、まだ分かりません</source>
        <translation>O resultado ainda não é conhecido</translation>
    </message>
    <message>
        <source>分からないことは、下の窓口でお尋ねください。</source>
        <translation>Em caso de dúvida, pergunte no balcão abaixo.</translation>
    </message>
    <message>
        <source>もう一度申し込まずに、職員にお尋ねください。</source>
        <translation>Não solicite de novo. Pergunte a um atendente.</translation>
    </message>
    <message>
        <source>窓口でご案内します</source>
        <translation>Dirija-se ao balcão</translation>
    </message>
    <message>
        <source>職員にお声がけください</source>
        <translation>Fale com um atendente</translation>
    </message>
    <message>
        <source>またお越しください</source>
        <translation>Volte outro dia</translation>
    </message>
    <message>
        <source>情報を消しました</source>
        <translation>Seus dados foram apagados</translation>
    </message>
    <message>
        <source>内容</source>
        <extracomment>Labels of the facts.</extracomment>
        <translation>O quê</translation>
    </message>
    <message>
        <source>確定日</source>
        <translation>Definitivo</translation>
    </message>
    <message>
        <source>確かめ方</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>これから</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>案内先</source>
        <translation>Onde ir</translation>
    </message>
    <message>
        <source>来られる日</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>持ち物</source>
        <translation>Traga</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>%1（音声案内 %2番）</source>
        <translation>%1 (tecle %2)</translation>
    </message>
    <message>
        <source>お問い合わせ番号</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。</source>
        <translation>Você pode recomeçar a qualquer momento. Nada do que digitou ficou guardado.</translation>
    </message>
    <message>
        <source>%1から手続きできます。</source>
        <translation>Possível a partir de %1.</translation>
    </message>
    <message>
        <source>市民課の窓口</source>
        <translation>Balcão do setor de cidadãos (市民課)</translation>
    </message>
    <message>
        <source>お忘れ物はございませんか</source>
        <translation>Não esqueça seus pertences</translation>
    </message>
    <message>
        <source>消去の控え</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>お客さまの情報は、この端末に残っていません。</source>
        <translation>Nenhum dado seu ficou neste terminal.</translation>
    </message>
    <message>
        <source>%1に確かめました。</source>
        <translation>Verificado às %1.</translation>
    </message>
    <message>
        <source>この画面は、あと%1秒で閉じます。</source>
        <translation>Esta tela fecha em %1 segundos.</translation>
    </message>
    <message>
        <source>職員が確認するまで、この画面のままです。</source>
        <translation>Esta tela fica até que um atendente a veja.</translation>
    </message>
    <message>
        <source>もう少し見る</source>
        <translation>Ver mais um pouco</translation>
    </message>
    <message>
        <source>分かりました</source>
        <translation>Entendi</translation>
    </message>
    <message>
        <source>職員が確認しました</source>
        <translation>Visto por um atendente</translation>
    </message>
    <message>
        <source>この端末では、手続きを続けられませんでした。</source>
        <translation>Não foi possível continuar neste terminal.</translation>
    </message>
    <message>
        <source>安全に接続できないため、終了しました。</source>
        <translation>Encerrado: não foi possível confirmar que o site é seguro.</translation>
    </message>
    <message>
        <source>職員が手続きを終了しました。</source>
        <translation>Um atendente encerrou o procedimento.</translation>
    </message>
    <message>
        <source>サイトで手続きを進められないため、終了しました。</source>
        <translation>Encerrado: o site não permite continuar.</translation>
    </message>
    <message>
        <source>カードが
離れました</source>
        <translation>O cartão saiu
da leitora</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度置いてください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Coloque logo o mesmo cartão de volta.
Quando o tempo acabar, o que foi digitado será apagado.</translation>
    </message>
    <message>
        <source>すぐに、同じカードをもう一度差し込んでください。
時間が過ぎると、入力した内容が消えます。</source>
        <translation>Insira logo o mesmo cartão de volta.
Quando o tempo acabar, o que foi digitado será apagado.</translation>
    </message>
    <message>
        <source>ただいま
休止中です</source>
        <translation>Este terminal está
em pausa</translation>
    </message>
    <message>
        <source>本日の受付は
終了しました</source>
        <translation>Encerrado
por hoje</translation>
    </message>
    <message>
        <source>%1に再開する予定です</source>
        <translation>Deve reabrir às %1.</translation>
    </message>
    <message>
        <source>お急ぎの方は、%1へお越しください。</source>
        <translation>Se tiver pressa, vá a %1.</translation>
    </message>
    <message>
        <source>お電話でのお問い合わせ&#x3000;%1&#x3000;%2</source>
        <translation>Dúvidas por telefone: %1 %2</translation>
    </message>
    <message>
        <source>控えを印刷する</source>
        <translation>Imprimir comprovante</translation>
    </message>
    <message>
        <source>印刷しています</source>
        <translation>Imprimindo</translation>
    </message>
    <message>
        <source>印刷しました</source>
        <translation>Impresso</translation>
    </message>
    <message>
        <source>印刷できませんでした。職員にお声がけください。</source>
        <translation>Não foi possível imprimir. Fale com um funcionário.</translation>
    </message>
</context>
<context>
    <name>marks</name>
    <message>
        <source>かさ</source>
        <extracomment>Mark (kiosk.vocabulary.SESSION_MARKS) -&gt; its word.</extracomment>
        <translation>Guarda-chuva</translation>
    </message>
    <message>
        <source>りんご</source>
        <translation>Maçã</translation>
    </message>
    <message>
        <source>さかな</source>
        <translation>Peixe</translation>
    </message>
    <message>
        <source>すず</source>
        <translation>Sino</translation>
    </message>
    <message>
        <source>ほし</source>
        <translation>Estrela</translation>
    </message>
    <message>
        <source>はっぱ</source>
        <translation>Folha</translation>
    </message>
    <message>
        <source>ふね</source>
        <translation>Barco</translation>
    </message>
    <message>
        <source>かぎ</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>コップ</source>
        <translation>Copo</translation>
    </message>
    <message>
        <source>つき</source>
        <translation>Lua</translation>
    </message>
    <message>
        <source>き</source>
        <translation>Árvore</translation>
    </message>
    <message>
        <source>とり</source>
        <translation>Pássaro</translation>
    </message>
    <message>
        <source>はな</source>
        <translation>Flor</translation>
    </message>
    <message>
        <source>いえ</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>ぼうし</source>
        <translation>Chapéu</translation>
    </message>
    <message>
        <source>ほん</source>
        <translation>Livro</translation>
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
        <translation>%1h%2</translation>
    </message>
</context>
</TS>
