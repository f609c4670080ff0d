import { useMemo, useState } from 'react'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { Message } from '../ui/Message.tsx'
import { askingOver } from '../link/asking.ts'
import { useLink, useView } from '../link/hooks.ts'
import type { Link } from '../link/link.ts'
import type { FilesActs } from './acts.ts'
import { FilesPage } from './FilesPage.tsx'
import type { WorkChoice } from './WorkList.tsx'

/** The back office of files, over the page's link. */
export default function Files() {
  const link = useLink()
  const [choice, setChoice] = useState<WorkChoice>({ part: 'office', serviceId: null, from: 0 })
  const [drawerFrom, setDrawerFrom] = useState(0)
  const work = useLatest(
    useView('files.work', {
      ...(choice.part === null ? {} : { part: choice.part }),
      ...(choice.serviceId === null ? {} : { serviceId: choice.serviceId }),
      ...(choice.from === 0 ? {} : { from: choice.from }),
    }),
  )
  const drawer = useLatest(useView('files.toCollect', drawerFrom === 0 ? {} : { from: drawerFrom }))
  const office = useView('office.view', {})
  const acts = useMemo(() => actsOver(link), [link])
  if (office && !office.created) return <Message title={appWords.officeNotCreated} />
  if (!work || !drawer || !office) return <Message title={appWords.connecting} />
  return (
    <FilesPage
      work={work}
      drawer={{ ...drawer, from: drawerFrom, onPage: setDrawerFrom }}
      office={office}
      choice={choice}
      acts={acts}
      onChoice={setChoice}
    />
  )
}

/** What was shown last, while another page of it is on its way: the page does not blink, and nothing typed is lost. */
function useLatest<Shown>(shown: Shown | undefined): Shown | undefined {
  const [last, setLast] = useState(shown)
  if (shown !== undefined && shown !== last) setLast(shown)
  return shown ?? last
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
    cancelForwarding: act('file.cancelForwarding'),
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
    names: read('files.names'),
    exportAssisted: read('assisted.export'),
  }
}
