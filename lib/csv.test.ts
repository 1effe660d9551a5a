import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each([
  [['acme', 'Acme'], 'acme,Acme\r\n'],
  [['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
  [[null, 0, 12.5, true], ',0,12.5,true\r\n'],
  [['=1+1', '+1', '-1', '@x', '\tx'], "'=1+1,'+1,'-1,'@x,'\tx\r\n"],
  [['\rx'], '"\'\rx"\r\n'],
  [['a=1', ' =1'], 'a=1, =1\r\n'],
])('the cells %j make the line %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
