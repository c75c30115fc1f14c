-- 題：取り違えの疑い
-- 説明：ポータルの疑いの画面、申込済み・使用中の断り、職員の報告。
select terminal, moment, visit, [number] as evidence
from suspicions
where code in ('suspected_mixup', 'portal_refused', 'mixup_by_staff') and moment >= $since and moment < $until
order by moment, terminal;
