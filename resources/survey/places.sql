-- Where some lines stand, to be read again. All of a table at once: a query for each line would take minutes.
select terminal, number, file, position
from lines
where (terminal, number) in (select unnest($terminals), unnest($numbers));
