import { useEffect, useState, type ReactNode } from 'react'
import type { FileId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { filesPage as words } from '../../shared/messages/files/page.fr.ts'
import { help } from '../../shared/messages/help/help.fr.ts'
import { longDate } from '../../shared/messages/format/numbers.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { useNow } from '../link/clock.ts'
import { Header } from '../people/Header.tsx'
import { useOffice } from '../link/office.ts'
import { capital } from '../ui/capital.ts'
import { openDocuments } from '../documents/open.ts'
import { useLinkState } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Column } from '../ui/Column.tsx'
import { useSaysKeys } from '../ui/directKeys.ts'
import { useKeys } from '../ui/keys.ts'
import lettering from '../ui/Lettering.module.css'
import { Notices } from '../ui/Notices.tsx'
import type { FileActName, FilesActs, FilesWork, FoundFiles, Panel } from './acts.ts'
import type { Action } from './Actions.tsx'
import { AssistedExport } from './AssistedExport.tsx'
import { Drawer, type DrawerPage } from './Drawer.tsx'
import { FilePanel } from './FilePanel.tsx'
import { RecordRequest, RecordTitle } from './Record.tsx'
import { firstLine, useLineFocus } from './rowFocus.ts'
import { SearchField } from './SearchField.tsx'
import { foundRows, mainAct, type Row } from './work.ts'
import { Rows, WorkList, type WorkChoice } from './WorkList.tsx'
import { useFound } from './useFound.ts'
import { useNames } from './names.ts'
import page from '../ui/Page.module.css'
import style from './Files.module.css'

const choosing: Panel = { is: 'file', act: null }

/** What is to be done on each file at the left; at the right the file that is chosen, with its one next act. */
export function FilesPage({
  work,
  drawer,
  office,
  choice,
  acts,
  onChoice,
}: {
  readonly work: FilesWork
  readonly drawer: DrawerPage
  readonly office: Output<'office.view'>
  readonly choice: WorkChoice
  readonly acts: FilesActs
  readonly onChoice: (choice: WorkChoice) => void
}) {
  const { zone } = useOffice()
  const now = useNow(60_000)
  const role = useLinkState((link) => link.role)
  const [panel, setPanel] = useState<Panel>(choosing)
  const [chosen, setChosen] = useState<FileId | null>(null)
  const { found, setSought, again } = useFound(work, acts)
  const rows: readonly Row[] = found ? foundRows(found) : work.rows
  const shown = chosen ?? rows[0]?.fileId ?? null
  const row = rows.find(({ fileId }) => fileId === shown)
  const names = useNames(rows, shown, found, acts)

  const backToList = useLineFocus(rows, shown, panel.is === 'file' && panel.act === null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const { activeElement } = document
    if (turn === 0 && activeElement !== document.body) return
    const line = firstLine()
    if (line) line.focus()
    // Nothing was found: the letters are the page's again.
    else if (activeElement instanceof HTMLElement) activeElement.blur()
  }, [turn])
  const close = () => {
    setPanel(choosing)
    backToList()
  }
  const openFile = (fileId: FileId, act: FileActName | null = null) => {
    setChosen(fileId)
    setPanel({ is: 'file', act })
  }
  const doMain = (fileId: FileId | null = shown) => {
    const todo = rows.find((one) => one.fileId === fileId)?.todo
    if (fileId === null || todo === undefined) return
    const act = mainAct[todo]
    if (act === 'drawer') setPanel({ is: 'drawer' })
    else openFile(fileId, act)
  }
  const leaveFound = () => {
    setSought(null)
    setChosen(null)
    setTurn(turn + 1)
  }
  // While an act is being asked the letters are its pieces: none of them may take away what was typed.
  const asking = panel.is === 'record' || panel.is === 'title' || (panel.is === 'file' && panel.act !== null)
  const toDrawer = () => setPanel({ is: 'drawer' })
  useKeys({
    KeyN: asking ? undefined : () => setPanel({ is: 'record' }),
    KeyT: asking ? undefined : toDrawer,
    Escape: panel.is !== 'file' ? close : found !== null && panel.act === null ? leaveFound : undefined,
  })
  useSaysKeys(asking ? [] : [{ key: 'T', does: words.actions.drawer }])
  const more: readonly Action[] = [
    { label: words.incoming.addTitle, onDo: () => setPanel({ is: 'title' }) },
    { label: words.actions.drawer, onDo: toDrawer },
    { label: words.actions.documents, onDo: openDocuments },
  ]
  const list = {
    rows,
    names,
    today: work.today,
    chosen: shown,
    onChoose: (fileId: FileId) => {
      setChosen(fileId)
      if (fileId !== shown && panel.is === 'file' && panel.act !== null) setPanel(choosing)
    },
    onMain: doMain,
  }

  return (
    <div className={page.page}>
      <Header title={words.title} help={help.files} aside={capital(longDate(now, zone))} />
      <main
        aria-label={words.title}
        className={classes(style.columns, (asking || panel.is === 'drawer') && style.beside)}
      >
        <Column label={words.work.title} className={style.list}>
          <Boundary name={words.work.title}>
            <h2 className={style.hidden}>{words.work.title}</h2>
            <div className={style.top}>
              <SearchField
                acts={acts}
                byKey={!asking}
                onFound={(what, words) => {
                  setSought({ words, found: what })
                  setChosen(what.files[0]?.fileId ?? null)
                  setPanel(choosing)
                  setTurn(turn + 1)
                }}
              />
              <Button keyCap="N" onPress={() => setPanel({ is: 'record' })}>
                {words.incoming.add}
              </Button>
            </div>
            {found === null ? (
              <WorkList
                {...list}
                work={work}
                choice={choice}
                services={office.services}
                onChoice={(next) => {
                  setChosen(null)
                  setPanel(choosing)
                  onChoice(next)
                }}
                tools={
                  choice.part === 'collect' && (
                    <div className={style.tools}>
                      <Button size="dense" keyCap="T" onPress={toDrawer}>
                        {words.actions.drawer}
                      </Button>
                      <Button size="dense" onPress={() => setPanel({ is: 'title' })}>
                        {words.incoming.addTitle}
                      </Button>
                    </div>
                  )
                }
              />
            ) : (
              <Found found={found} onLeave={leaveFound}>
                <Rows {...list} />
              </Found>
            )}
          </Boundary>
        </Column>
        <Column label={words.panels[panel.is]} raised className={style.panel}>
          <Boundary key={`${panel.is} ${shown ?? ''}`} name={words.panels[panel.is]}>
            {panel.is === 'drawer' && (
              <p className={style.back}>
                <Button kind="quiet" size="dense" keyCap={words.escape} onPress={close}>
                  {words.close}
                </Button>
              </p>
            )}
            {panel.is === 'file' && shown !== null && (
              <FilePanel
                fileId={shown}
                act={panel.act}
                row={row}
                person={names.get(shown)}
                onAct={(act) => (act === null ? close() : openFile(shown, act))}
                onMain={() => doMain()}
                onChanged={again}
                more={more}
                acts={acts}
              />
            )}
            {panel.is === 'record' && (
              <RecordRequest today={work.today} acts={acts} onDone={openFile} onCancel={close} />
            )}
            {panel.is === 'title' && (
              <RecordTitle today={work.today} acts={acts} onDone={openFile} onCancel={close} />
            )}
            {panel.is === 'drawer' && (
              <>
                <Drawer
                  drawer={drawer}
                  acts={acts}
                  onOpen={openFile}
                  onTitle={() => setPanel({ is: 'title' })}
                />
                {role === 'supervisor' && (
                  <AssistedExport year={Number(work.today.slice(0, 4))} onExport={acts.exportAssisted} />
                )}
              </>
            )}
          </Boundary>
        </Column>
      </main>
      <Notices dismiss={appWords.dismiss} inPlace />
    </div>
  )
}

/** What a search found, in the place of the list; that it left a trace is said, with what the trace holds. */
function Found({
  found: { files, more },
  onLeave,
  children,
}: {
  readonly found: FoundFiles
  readonly onLeave: () => void
  readonly children: ReactNode
}) {
  const { search } = words
  return (
    <article aria-label={search.found(files.length)} className={style.found}>
      <p className={style.foundHead}>
        <strong role="status">{search.found(files.length)}</strong>
        <Button kind="quiet" size="dense" keyCap={words.escape} onPress={onLeave}>
          {search.back}
        </Button>
      </p>
      {files.length === 0 && <p>{search.noneHelp}</p>}
      {children}
      {more && <p className={lettering.under}>{search.more}</p>}
      <p className={lettering.under}>{search.tracedHelp}</p>
    </article>
  )
}
