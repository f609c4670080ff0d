import { useRef, useState } from 'react'
import type { FileId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { fr } from '../../shared/messages/fr.ts'
import { filesPage as words } from '../../shared/messages/files/page.fr.ts'
import { help } from '../../shared/messages/help/help.fr.ts'
import { longDate } from '../../shared/messages/format/numbers.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Boundary } from '../app/Boundary.tsx'
import { Header } from '../app/Header.tsx'
import { useOffice } from '../app/office.ts'
import { capital } from '../counter/names.ts'
import { openDocuments } from '../documents/open.ts'
import { useLinkState } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Column } from '../ui/Column.tsx'
import { useKeys } from '../ui/keys.ts'
import { Notices } from '../ui/Notices.tsx'
import type { Drawer as DrawerView, FileActName, FilesActs, FilesDue, Panel } from './acts.ts'
import { AssistedExport } from './AssistedExport.tsx'
import { Drawer } from './Drawer.tsx'
import { DueList, type DueChoice } from './DueList.tsx'
import { FilePanel } from './FilePanel.tsx'
import { Found } from './Found.tsx'
import { Glance } from './Glance.tsx'
import { RecordRequest, RecordTitle } from './Record.tsx'
import { SearchField } from './SearchField.tsx'
import page from '../ui/Page.module.css'
import style from './Files.module.css'

/** The list by what is due, always in sight; beside it what came in and the drawer, or what is being worked on. */
export function FilesPage({
  due,
  drawer,
  office,
  choice,
  now,
  acts,
  onChoice,
}: {
  readonly due: FilesDue
  readonly drawer: DrawerView
  readonly office: Output<'office.view'>
  readonly choice: DueChoice
  readonly now: number
  readonly acts: FilesActs
  readonly onChoice: (choice: DueChoice) => void
}) {
  const { zone } = useOffice()
  const role = useLinkState((link) => link.role)
  const [panel, setPanel] = useState<Panel>({ is: 'none' })
  // The line from which a file was opened takes the focus back, however long the list is.
  const opener = useRef<HTMLElement | null>(null)
  const close = () => {
    setPanel({ is: 'none' })
    opener.current?.focus()
  }
  const openFile = (fileId: FileId, act: FileActName | null = null) => {
    const from = document.activeElement
    if (from instanceof HTMLElement && from.matches('[data-row]')) opener.current = from
    setPanel({ is: 'file', fileId, act })
  }
  // While an act is being asked the letters are its pieces': none of them may take away what was typed.
  const asking = panel.is === 'record' || panel.is === 'title' || (panel.is === 'file' && panel.act !== null)
  useKeys({
    KeyN: asking ? undefined : () => setPanel({ is: 'record' }),
    KeyT: asking ? undefined : () => setPanel({ is: 'drawer' }),
    Escape: panel.is === 'none' || panel.is === 'file' ? undefined : close,
  })
  const open = panel.is === 'file' ? panel.fileId : null

  return (
    <div className={page.page}>
      <Header
        title={words.title}
        help={help.files}
        state={
          <>
            <SearchField
              year={due.today.slice(0, 4)}
              acts={acts}
              byKey={!asking}
              onFound={(found) => setPanel({ is: 'found', found })}
            />
            <Button size="dense" onPress={openDocuments}>
              {papers.open}
            </Button>
          </>
        }
      />
      <main aria-label={words.title} className={classes(style.columns, panel.is !== 'none' && style.beside)}>
        <Column label={words.due.title} className={style.list}>
          <Boundary name={words.due.title}>
            <DueList
              due={due}
              date={capital(longDate(now, zone))}
              choice={choice}
              onChoice={onChoice}
              services={office.services}
              openFile={open}
              onOpen={openFile}
            />
          </Boundary>
        </Column>
        <Column label={words.panels[panel.is]} raised className={style.panel}>
          <Boundary key={`${panel.is} ${open ?? ''}`} name={words.panels[panel.is]}>
            {panel.is !== 'none' && panel.is !== 'file' && (
              <p className={style.back}>
                <Button kind="quiet" size="dense" keyCap={words.escape} onPress={close}>
                  {words.close}
                </Button>
              </p>
            )}
            {panel.is === 'none' && (
              <>
                <Glance
                  due={due}
                  drawer={drawer}
                  onOpen={openFile}
                  onRecord={() => setPanel({ is: 'record' })}
                  onTitle={() => setPanel({ is: 'title' })}
                  onDrawer={() => setPanel({ is: 'drawer' })}
                />
                {role === 'supervisor' && (
                  <AssistedExport year={Number(due.today.slice(0, 4))} onExport={acts.exportAssisted} />
                )}
              </>
            )}
            {panel.is === 'file' && (
              <FilePanel
                fileId={panel.fileId}
                act={panel.act}
                onAct={(act) => openFile(panel.fileId, act)}
                acts={acts}
                onClose={close}
              />
            )}
            {panel.is === 'found' && <Found found={panel.found} today={due.today} onOpen={openFile} />}
            {panel.is === 'record' && (
              <RecordRequest today={due.today} acts={acts} onDone={openFile} onCancel={close} />
            )}
            {panel.is === 'title' && (
              <RecordTitle today={due.today} acts={acts} onDone={openFile} onCancel={close} />
            )}
            {panel.is === 'drawer' && (
              <Drawer
                drawer={drawer}
                acts={acts}
                onOpen={openFile}
                onTitle={() => setPanel({ is: 'title' })}
              />
            )}
          </Boundary>
        </Column>
      </main>
      <Notices dismiss={fr.app.dismiss} inPlace />
    </div>
  )
}
