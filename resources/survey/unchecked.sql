-- 題：本人確認のない申込み
-- 説明：本人確認のない申込みが送られたおそれのある利用。
select terminal, moment, visit, [number] as evidence
from lines
where code = 'commit_unchecked' and moment >= $since and moment < $until
order by moment, terminal;
