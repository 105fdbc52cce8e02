import { extract } from '../../extraction/extract.js';

const claimsOf = (text: string): string[] =>
  extract({ text, language: 'en' }).claims.map(
    ({ quote, attribution }) =>
      `${quote} ← ${attribution?.links.map(({ name }) => name).join(' ← ') ?? '—'}${attribution?.anonymous ? ' *' : ''}`,
  );

describe('business, courts of inquiry and sport', () => {
  it.each([
    // what somebody said in one sentence is one claim, his sentences are several
    [
      '“We have found the cause and we are fixing it,” Mats Ohrling said.',
      ['We have found the cause and we are fixing it ← Mats Ohrling'],
    ],
    ['The bank found the cause and it fixed the pumps.', ['The bank found the cause ← —', 'it fixed the pumps ← —']],
    [
      "JPMorgan's Akash Patel, who rates the stock “underweight,” said the provisions looked too small.",
      ["the provisions looked too small ← JPMorgan's Akash Patel"],
    ],
    [
      'Norrvik gave no forecast for the year. It reiterated that it would pay no dividend.',
      ['Norrvik gave no forecast for the year ← —', 'it would pay no dividend ← Norrvik'],
    ],
    [
      'Alan Rudge no longer keeps ducks at all. “They knew about it,” he says.',
      ['Alan Rudge no longer keeps ducks at all ← —', 'They knew about it ← Alan Rudge'],
    ],
    [
      '“It came at night,” says Alan Rudge, standing by the pond behind his cottage.',
      ['It came at night ← Alan Rudge'],
    ],
    // a clause goes on with what happened, a cited source with who said so
    [
      'A train left the rails, the region said, forcing 900 people from their homes.',
      ['A train left the rails ← the region', 'forcing 900 people from their homes ← the region'],
    ],
    ['“It came at night,” the agency said, citing two officials.', ['It came at night ← two officials ← the agency *']],
    [
      'The soil held arsenic, according to tests carried out by Eurofins, an accredited laboratory.',
      ['The soil held arsenic ← tests carried out by Eurofins'],
    ],
    [
      'In the next five years, the files show, officers visited the quarry 22 times.',
      ['In the next five years, the files show, officers visited the quarry 22 times ← the files'],
    ],
    [
      'They read pages of emails, invoices and inspection reports, many of them leaked by a clerk.',
      ['They read pages of emails, invoices and inspection reports, many of them leaked by a clerk ← —'],
    ],
    [
      'Eleven people have fallen ill, a tally kept by the clerk suggests, though no link has been proved.',
      ['Eleven people have fallen ill ← a tally kept by the clerk', 'though no link has been proved ← —'],
    ],
    ['When approached outside his home, Darren Cole said: “Speak to my lawyer.”', ['Speak to my lawyer ← Darren Cole']],
    [
      'The other recalled being told to “find something else to do”.',
      ['being told to “find something else to do” ← The other *'],
    ],
    [
      'Two former clerks told the Bureau that they were stopped.',
      ['they were stopped ← Two former clerks ← the Bureau *'],
    ],
    ['Two clerks told the Bureau of Prisons that they were stopped.', ['they were stopped ← Two clerks *']],
    [
      'In 2024, leaked minutes, first reported by the Sudan Tribune, revealed that the dam was to be bombed.',
      ['the dam was to be bombed ← leaked minutes ← the Sudan Tribune'],
    ],
    ['The government dismissed the minutes as forgeries.', ['the minutes as forgeries ← The government']],
    [
      'A former minister, however, has since told Radio Dabanga that they were genuine.',
      ['they were genuine ← A former minister ← Radio Dabanga *'],
    ],
    [
      'The season starts in June, and by then, experts say, the lake could be full.',
      ['The season starts in June ← —', 'by then, experts say, the lake could be full ← experts *'],
    ],
    [
      'State television showed the president inspecting fighter jets.',
      ['the president inspecting fighter jets ← State television'],
    ],
    ['“It is a disgrace,” Chris Dunmore told Sky Sports.', ['It is a disgrace ← Chris Dunmore ← Sky Sports']],
    [
      'The league declined to comment but is understood to accept that an error was made.',
      ['The league declined to comment ← —', 'an error was made ← The league'],
    ],
    [
      'The club is understood to have sold the ground.',
      ['The club is understood to have sold the ground ← is understood to *'],
    ],
    [
      'Rainfall was low, said Ann Roe. Marieke de Boer of the Delft Institute said it was high.',
      ['Rainfall was low ← Ann Roe', 'it was high ← Marieke de Boer'],
    ],
  ])('%s', (text, claims) => expect(claimsOf(text)).toEqual(claims));
});
