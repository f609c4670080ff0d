import type { FactsOf } from '../../contract/documents/issued.ts'
import { words } from '../../messages/documents/documents.fr.ts'
import { handedIn } from '../../messages/documents/nature.fr.ts'
import { registrationWords as said } from '../../messages/documents/registrations.fr.ts'
import { calendarDay, cite, speaker, type DocumentBody, type BodyWriters } from './body.ts'

// Papers that other codes want: town planning, residence permit, census.

type Kind = 'urbanisme' | 'sejour' | 'recensement'

const signedBy = ({ author, service }: Pick<FactsOf<Kind>, 'author' | 'service'>): string => {
  const name = speaker(author)
  return name === null ? words.issuedByService(service) : words.issuedBy(name, service)
}

/** When silence is a permit, or works may begin, or that no tacit permit can be had (C. urb. R*423-4, R424-2). */
function tacit({ permit, tacitOn, excluded }: FactsOf<'urbanisme'>): string {
  const day = calendarDay(tacitOn)
  if (excluded) return said.rejected(day)
  return permit === 'declaration' ? said.works(day) : said.permit(day)
}

function urbanisme(facts: FactsOf<'urbanisme'>): DocumentBody {
  const { permit, registration, receivedOn, excluded, electronic, sources } = facts
  const cited = cite(sources)
  const what = handedIn(facts)
  return {
    title: said.permitTitles[permit],
    lead: `${said.registered(registration, calendarDay(receivedOn))} ${tacit(facts)}`,
    notes: [
      said.notAuthorisation,
      // An electronic acknowledgement of what silence rejects says how to contest it (R112-11-1): this paper does not.
      ...(electronic
        ? excluded
          ? [said.silence.rejection]
          : [said.electronic(what), said.silence.tacit(what)]
        : []),
      ...(excluded ? [] : [said.certificate[permit === 'declaration' ? 'declaration' : 'permit']]),
      said.displayed,
      ...(cited === '' ? [] : [said.rests(cited)]),
    ],
    sections: [
      {
        is: 'list',
        title: said.withinAMonth,
        items: [said.month.incomplete, said.month.other, said.month.excluded],
      },
    ],
    signed: signedBy(facts),
  }
}

/** Three papers, never taken for one another: each says what it is worth, and that it is neither of the others. */
function sejour(facts: FactsOf<'sejour'>): DocumentBody {
  const { paper, from, until, sources } = facts
  const own = said.sejour[paper]
  const cited = cite(sources)
  return {
    title: own.title,
    lead: own.lead(calendarDay(from), calendarDay(until ?? from)),
    notes: [own.worth, ...(cited === '' ? [] : [said.rests(cited)])],
    sections: [],
    signed: signedBy(facts),
    ...(paper === 'recepisse' ? { signature: said.agentAndStamp } : {}),
  }
}

function recensement(facts: FactsOf<'recensement'>): DocumentBody {
  const { addressee, birthDate, birthPlace, domicile, residence, filedOn, office } = facts
  const who = [addressee?.familyName.toLocaleUpperCase('fr'), addressee?.firstName]
    .filter((name) => typeof name === 'string')
    .join(' ')
  return {
    lead: said.census(who, calendarDay(filedOn)),
    notes: [said.informed, said.noDuplicate],
    sections: [
      {
        is: 'table',
        title: said.civil,
        columns: [said.factColumn, said.saidColumn],
        rows: [
          { term: said.born, detail: said.bornOn(calendarDay(birthDate ?? ''), birthPlace ?? '') },
          { term: said.domicile, detail: domicile ?? '' },
          { term: said.residence, detail: residence ?? said.sameResidence },
          { term: said.commune, detail: `${office.postalCode} ${office.city}` },
        ],
      },
    ],
    signed: signedBy(facts),
  }
}

export const registrationBodies: BodyWriters<Kind> = { urbanisme, sejour, recensement }
