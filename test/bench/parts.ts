import { appends } from './appends.ts'
import { keeping } from './backup.ts'
import { calendars } from './calendars.ts'
import { dayMemory } from './dayMemory.ts'
import { displayWeek } from './displayWeek.ts'
import { documents } from './documents.ts'
import { domain } from './domain.ts'
import { endToPaper } from './endToPaper.ts'
import { estimating } from './estimate.ts'
import { fanout } from './fanout.ts'
import { identity } from './identity.ts'
import { lan } from './lan.ts'
import type { Part } from './measure.ts'
import { million } from './million.ts'
import { papers } from './papers.ts'
import { peers } from './peers.ts'
import { ports } from './ports.ts'
import { postgres } from './postgres.ts'
import { print200 } from './print200.ts'
import { procedures } from './procedures.ts'
import { search } from './search.ts'
import { sockets } from './sockets.ts'
import { following } from './standby.ts'
import { startup } from './startup.ts'
import { stations } from './stations.ts'
import { town } from './town.ts'
import { typeCheck } from './typeCheck.ts'
import { week } from './week.ts'

/** All that the bench measures, in the order of its table. */
export const parts: readonly Part[] = [
  ports,
  sockets,
  lan,
  fanout,
  calendars,
  appends,
  postgres,
  town,
  domain,
  estimating,
  million,
  keeping,
  week,
  dayMemory,
  displayWeek,
  startup,
  stations,
  endToPaper,
  papers,
  documents,
  identity,
  following,
  peers,
  print200,
  procedures,
  search,
  typeCheck,
]
