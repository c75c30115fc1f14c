-- 題：通らなかった本人確認
-- 説明：申込み前の本人確認が通らなかった利用。申込みは送られていません。
select terminal, min(moment) as moment, visit, list(number order by number) as evidence
from lines
where code = 'check_failed' and moment >= $since and moment < $until
group by terminal, visit
order by moment, terminal;
