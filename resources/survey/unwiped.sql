-- 題：消去を確認していない端末
-- 説明：始まった利用の後に、消去を確認した行がありません。根拠は、利用の最後に分かる行。記録の最後で利用中の端末も出ます。
select terminal, begun as moment, visit, [coalesce(ended_line, login_line, begun_line)] as evidence
from visits
where wiped_line is null and begun >= $since and begun < $until
order by moment, terminal;
