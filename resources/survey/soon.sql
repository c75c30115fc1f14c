-- 題：時間切れの直後のログイン
-- 説明：ログインした利用が操作なし・時間の上限で終わってから、10分以内にあった次のログイン。間に消去の行があれば、前の利用は引き継がれていません。
select
    terminal,
    login as moment,
    visit,
    list_filter([before_ended_line, before_wiped_line, login_line], n -> n is not null) as evidence
from visits
where before_reason in ('idle', 'absolute_limit') and before_login_line is not null and login is not null
    and login - before_ended <= interval 10 minute
    and login >= $since and login < $until
order by moment, terminal;
