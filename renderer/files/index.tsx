import { useMemo, useState } from 'react'
import { fr } from '../../shared/messages/fr.ts'
import { refusals } from '../../shared/messages/refusals.fr.ts'
import { useNow } from '../app/clock.ts'
import { Message } from '../app/Message.tsx'
import { askingOver } from '../link/asking.ts'
import { useLink, useView } from '../link/hooks.ts'
import type { Link } from '../link/link.ts'
import type { FilesActs, FilesDue } from './acts.ts'
import type { DueChoice } from './DueList.tsx'
import { FilesPage } from './FilesPage.tsx'

/** The back office of files, over the page's link. */
export default function Files() {
  const link = useLink()
  const [choice, setChoice] = useState<DueChoice>({ kind: null, serviceId: null })
  const due = useLatest(
    useView('files.due', {
      ...(choice.kind === null ? {} : { kinds: [choice.kind] }),
      ...(choice.serviceId === null ? {} : { serviceId: choice.serviceId }),
    }),
  )
  const drawer = useView('files.toCollect', {})
  const office = useView('office.view', {})
  const now = useNow(30_000)
  const acts = useMemo(() => actsOver(link), [link])
  if (office && !office.created) return <Message title={refusals.officeNotCreated} />
  if (!due || !drawer || !office) return <Message title={fr.app.connecting} />
  return (
    <FilesPage
      due={due}
      drawer={drawer}
      office={office}
      choice={choice}
      now={now}
      acts={acts}
      onChoice={setChoice}
    />
  )
}

/** What was shown last, while another choice of the list is on its way: the page does not blink, and nothing typed is lost. */
function useLatest(due: FilesDue | undefined): FilesDue | undefined {
  const [last, setLast] = useState(due)
  if (due !== undefined && due !== last) setLast(due)
  return due ?? last
}

function actsOver(link: Link): FilesActs {
  const { act, read } = askingOver(link)
  return {
    open: act('file.open'),
    describe: act('file.describe'),
    addPiece: act('file.addPiece'),
    requestPieces: act('file.requestPieces'),
    acknowledge: act('file.acknowledge'),
    forward: act('file.forward'),
    decide: act('file.decide'),
    titleArrived: act('file.titleArrived'),
    notify: act('file.notify'),
    destroyTitles: act('file.destroyTitles'),
    handOver: act('file.handOver'),
    holdOriginals: act('file.holdOriginals'),
    returnOriginals: act('file.returnOriginals'),
    close: act('file.close'),
    find: read('files.find'),
    get: read('file.get'),
    exportAssisted: read('assisted.export'),
  }
}
