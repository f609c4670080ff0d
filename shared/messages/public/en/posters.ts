import { waysOf, type PosterTexts } from '../posterTexts.ts'

export const postersEn: PosterTexts = {
  titles: {
    rule: 'The rule of the queue',
    priorities: 'Who is received first',
    complain: 'Complain, contest, get help',
    rights: 'Your rights at this counter',
    data: 'Your data at this counter',
  },
  priorities: {
    lead: 'These cards and situations give priority in the queue.',
    how: [
      'Say “priority” at the kiosk or the reception desk, or show your card.',
      'The reason is never displayed or called out: only the agent who receives you knows it.',
      'Nobody is interrupted: you are called to the next free counter.',
    ],
    grounds: 'What gives priority here',
    local: 'local rule, published by this office',
    text: 'What the law says (in French)',
  },
  complain: {
    lead: 'Every complaint gets a dated acknowledgement and an answer. You are asked for no rating.',
    here: 'Complain here',
    hereHow: (address) => [
      'At the counter or the reception desk, spoken or in writing: ask for the receipt.',
      `By post, e-mail or telephone: ${waysOf(address)}.`,
    ],
    contest: 'Contest a decision',
    contestHow: [
      'The time limit and the address are written on the decision or on the acknowledgement.',
      'If they are not, that time limit cannot be used against you (CRPA, art. L112-6; CJA, art. R421-5).',
      'A refusal must give its reasons in law and in fact (CRPA, art. L211-2 and L211-5).',
    ],
    defender: 'Defender of Rights (Défenseur des droits)',
    defenderHow: [
      'Free and independent: you can turn to them if your rights are not respected (CRPA, art. L424-1).',
      'No stamp needed: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07. Telephone: 09 69 39 00 00.',
    ],
  },
  rights: {
    lead: 'The administration has obligations towards you too.',
    list: [
      'Your request is received and dated, even if a document is missing (CRPA, art. L114-5).',
      'An acknowledgement tells the time limit, what silence means and the remedies (CRPA, art. L112-3 and R112-5).',
      'What an administration already holds is not asked of you again (CRPA, art. L113-12).',
      'A request sent to the wrong office is forwarded, and you are told (CRPA, art. L114-2).',
      'You know the agent’s name and position, except for reasons of safety (CRPA, art. L111-2).',
      'A first error in good faith can be corrected without penalty (CRPA, art. L123-1).',
      'A dated trace of your visit is given if you ask, even if you leave before being called.',
      'If you are deaf or hard of hearing, you can ask for the exchange to be written (law of 11 February 2005, art. 78).',
    ],
    data: 'Your data: you can ask the reception desk what is kept about you, have it corrected, restricted or erased (GDPR, art. 15 to 18), then turn to the CNIL.',
  },
  data: {
    lead: (office) => `Who answers for your data: ${office}.`,
    list: [
      'Why: to receive you in turn, deal with your request and keep proof of it. It is a public service task and a legal obligation (GDPR, art. 6, 1, c and e).',
      'What: the time of your visit; your name, your request, your answers and the list of your documents, if you give them. No copy of your identity document is made.',
      'Who sees it: the office’s agents, and the administration that decides if it is another one.',
      'How long: each kind of data has its own time, which the reception desk tells you. A public archive is destroyed only with the archives’ approval (C. patr., art. L214-3).',
      'Your rights: access, correction, restriction, objection, and erasure where the law allows it (GDPR, art. 15 to 21).',
    ],
    ask: (contact) => `Ask here: ${contact}`,
    cnil: 'If the answer is not right for you: CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07, cnil.fr.',
  },
  translated: 'Translated for your information: the French text is the one that counts.',
}
