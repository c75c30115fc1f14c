-- The last start of each terminal before a moment: its line says the versions that were in force.
select terminal, max(number) as number
from lines
where code = 'kiosk_started' and moment <= $moment and list_contains($terminals, terminal)
group by terminal
order by terminal;
