-- 題：カードの入れ替わり
-- 説明：利用の途中で別のカードになり、その場で終わって消去した利用。根拠は、終わりと消去の行。
select terminal, ended as moment, visit, list_filter([ended_line, wiped_line], n -> n is not null) as evidence
from visits
where reason = 'card_changed' and ended >= $since and ended < $until
order by moment, terminal;
