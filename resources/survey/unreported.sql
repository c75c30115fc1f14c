-- 題：報告のない疑い
-- 説明：疑いから24時間のうちに、端末が報告を書いた行がありません。報告が届いているかは、報告の番号でも確かめてください。
select terminal, moment, visit, [number] as evidence
from suspicions
where code in ('suspected_mixup', 'portal_refused', 'mixup_by_staff') and moment >= $since and moment < $until
    and not exists (
        select 1 from lines
        where lines.terminal = suspicions.terminal and lines.code = 'mixup_reported'
            and lines.number > suspicions.number and lines.moment <= suspicions.moment + interval 24 hour
    )
order by moment, terminal;
