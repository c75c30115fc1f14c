-- Where some lines stand, to be read again. All of a table at once: a query for each line would take minutes.
select lines.terminal, lines.number, lines.file, lines.position
from lines
join (select unnest($terminals) as terminal, unnest($numbers) as number) as wanted
    on lines.number = wanted.number and lines.terminal = wanted.terminal;
