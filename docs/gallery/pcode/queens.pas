program queens(input, output);
(* Places n queens so that none can take another, and counts in how many ways that can be done. *)
const most = 8;
type line = 1..most;
var n, ways, i: integer;
    free: set of 0..15;                    (* columns *)
    up, down: set of 0..31;                (* diagonals *)
    place: array [line] of integer;

  procedure show;
    var row, column: integer;
  begin
    for row := 1 to n do
      begin
        for column := 1 to n do
          if place[row] = column then write(' Q') else write(' .');
        writeln
      end
  end;

  procedure try(row: integer);
    var column: integer;

    function safe: boolean;                (* looks at the row and column of the procedure around it *)
    begin
      safe := (column in free) and not (row + column in up) and not (row - column + 15 in down)
    end;

  begin
    for column := 1 to n do
      if safe then
        begin
          place[row] := column;
          free := free - [column];
          up := up + [row + column];
          down := down + [row - column + 15];
          if row < n then try(row + 1)
          else
            begin
              ways := ways + 1;
              if ways = 1 then show
            end;
          free := free + [column];
          up := up - [row + column];
          down := down - [row - column + 15]
        end
  end;

begin
  write('How many queens, 1 to 8? ');
  read(n);
  while (n < 1) or (n > most) do
    begin write('1 to 8: '); read(n) end;
  ways := 0;
  free := [];
  for i := 1 to n do free := free + [i];
  up := [];
  down := [];
  try(1);
  writeln(ways: 1, ' ways')
end.
