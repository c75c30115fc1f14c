-- 題：該当（取り違えの疑い）
-- 説明：次のどれかがあった利用です。疑いの画面、申込済み・使用中の断り、職員の報告、本人確認のない申込み、前の利用の消去を確認しないままのログイン。1回の利用は1件と数えます。
select
    s.terminal,
    min(s.moment) as moment,
    s.visit,
    case
        when any_value(v.before_login) is not null and any_value(v.before_login)::date = min(s.moment)::date
            then any_value(v.before_visit)
        else 0
    end as before,
    list_sort(list_distinct(list_filter(
        list_concat(
            [any_value(v.before_login_line), any_value(v.before_ended_line), any_value(v.before_wiped_line),
                any_value(v.login_line)],
            list(s.number)
        ), n -> n is not null))) as evidence
from suspicions s
left join visits v on v.terminal = s.terminal and v.visit = s.visit
where s.moment >= $since and s.moment < $until
group by s.terminal, s.visit, case when s.visit = 0 then s.number else 0 end
order by moment, terminal;
