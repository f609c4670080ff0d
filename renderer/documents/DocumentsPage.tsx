import { useRef, useState } from 'react'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { Issued } from '../../shared/contract/documents/issuing.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { help } from '../../shared/messages/help/help.fr.ts'
import { longDate } from '../../shared/messages/format/numbers.ts'
import { papers as words } from '../../shared/messages/documents/papers.fr.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Header } from '../people/Header.tsx'
import { useOffice } from '../link/office.ts'
import { dayIn } from '../ui/dates.ts'
import { capital } from '../ui/capital.ts'
import { usePutAway } from '../identity/putAway.ts'
import { useTakenBack } from '../identity/takeBack.ts'
import { useWedge } from '../identity/useWedge.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Column } from '../ui/Column.tsx'
import { useKeys } from '../ui/keys.ts'
import { Notices } from '../ui/Notices.tsx'
import type { DocumentActs } from './acts.ts'
import { Closings } from './Closings.tsx'
import { DocumentList, type DocumentRow } from './DocumentList.tsx'
import { DocumentSearch } from './DocumentSearch.tsx'
import page from '../ui/Page.module.css'
import style from './Documents.module.css'
import { OneDocument } from './OneDocument.tsx'
import { PastVisit } from './PastVisit.tsx'
import type { Listing } from './useListing.ts'
import { Verify, VerdictSaid } from './Verify.tsx'
import { judge, type Verdict } from './verdict.ts'

type Open =
  | { readonly is: 'none' }
  | { readonly is: 'verify'; readonly verdict: Verdict | null }
  | { readonly is: 'past' }
  | { readonly is: 'closings' }
  | { readonly is: 'document'; readonly row: DocumentRow; readonly verdict: Verdict | null }

/** What was issued, searched at the left; beside it one document, or a paper to check. */
export function DocumentsPage({
  listing,
  printers,
  publicKey,
  readOnly,
  now,
  acts,
  onSearch,
}: {
  readonly listing: Listing
  readonly printers: Output<'printing.view'>['printers']
  readonly publicKey: string
  /** The administration sees that documents exist, and never what they say of people. */
  readonly readOnly: boolean
  readonly now: number
  readonly acts: DocumentActs
  readonly onSearch: (asks: Input<'document.list'>) => void
}) {
  const { name, zone } = useOffice()
  const [open, setOpen] = useState<Open>({ is: 'none' })
  // The line from which a document was opened takes the focus back.
  const opener = useRef<HTMLElement | null>(null)
  const close = () => {
    setOpen({ is: 'none' })
    opener.current?.focus()
  }
  const show = (row: DocumentRow) => {
    if (readOnly) return
    const from = document.activeElement
    if (from instanceof HTMLElement && from.matches('[data-row]')) opener.current = from
    setOpen({ is: 'document', row, verdict: null })
  }
  const reading = usePutAway()
  const check = (code: string) => {
    const wanted = reading()
    void judge(code, { publicKey, officeName: name }, acts).then((verdict) => {
      if (!wanted()) return
      setOpen(
        verdict.row === null || readOnly
          ? { is: 'verify', verdict }
          : { is: 'document', row: verdict.row, verdict },
      )
    })
  }
  useTakenBack(() => () => setOpen(open))
  useWedge(({ kind, text }) => kind === 'document' && check(text))
  useKeys({
    KeyV: () => setOpen({ is: 'verify', verdict: null }),
    KeyP: readOnly ? undefined : () => setOpen({ is: 'past' }),
    KeyL: open.is === 'verify' ? undefined : () => setOpen({ is: 'closings' }),
    Escape: open.is === 'verify' || open.is === 'closings' ? close : undefined,
  })
  // What was just made is what goes to the person: it is shown in the place of what it came from.
  const showIssued = async (number: string) => {
    const found = await acts.list({ number })
    const row = 'output' in found ? found.output.documents.find((one) => one.number === number) : undefined
    if (row) setOpen({ is: 'document', row, verdict: null })
  }
  const changed = (issued: Issued | null) => {
    listing.again()
    if (issued !== null) void showIssued(issued.number)
  }
  const { rows, more, searched } = listing
  // What is open is drawn as the list last said it.
  const shown =
    open.is === 'document'
      ? (rows.find(({ documentId }) => documentId === open.row.documentId) ?? open.row)
      : null
  return (
    <div className={page.page}>
      <Header
        title={words.title}
        help={help.documents}
        state={
          <>
            <Button size="dense" keyCap="V" onPress={() => setOpen({ is: 'verify', verdict: null })}>
              {words.verify.open}
            </Button>
            <Button size="dense" keyCap="L" onPress={() => setOpen({ is: 'closings' })}>
              {words.closings.open}
            </Button>
            {!readOnly && (
              <Button size="dense" keyCap="P" onPress={() => setOpen({ is: 'past' })}>
                {words.past.open}
              </Button>
            )}
          </>
        }
        aside={capital(longDate(now, zone))}
      />
      <main aria-label={words.title} className={classes(style.columns, open.is !== 'none' && style.beside)}>
        <Column label={words.columns.list} className={style.column}>
          <Boundary name={words.columns.list}>
            <DocumentSearch byKey onSearch={onSearch} />
            <p role="status" className={style.count}>
              {words.search.found(rows.length, more)}
            </p>
            {rows.length === 0 && (
              <p className={style.none}>{searched ? words.search.none : words.search.noneYet}</p>
            )}
            <DocumentList
              label={words.columns.list}
              rows={rows}
              open={shown?.documentId ?? null}
              onOpen={show}
            />
            {more && (
              <p className={style.more}>
                <Button size="dense" onPress={listing.further}>
                  {words.search.more}
                </Button>
              </p>
            )}
          </Boundary>
        </Column>
        {open.is !== 'none' && (
          <Column
            label={
              open.is === 'verify'
                ? words.columns.verify
                : open.is === 'closings'
                  ? words.closings.open
                  : open.is === 'past'
                    ? words.past.open
                    : words.columns.document
            }
            raised
            className={style.panel}
          >
            <Boundary key={shown?.documentId ?? 'verify'} name={words.columns.document}>
              {(open.is === 'verify' || open.is === 'closings') && (
                <p className={style.back}>
                  <Button
                    kind="quiet"
                    size="dense"
                    keyCap="Échap"
                    autoFocus={open.is === 'closings'}
                    onPress={close}
                  >
                    {words.close}
                  </Button>
                </p>
              )}
              {open.is === 'verify' && <Verify verdict={open.verdict} onCode={check} />}
              {open.is === 'closings' && <Closings onAsk={acts.closings} />}
              {open.is === 'past' && (
                <PastVisit today={dayIn(zone, now)} acts={acts} onDone={changed} onCancel={close} />
              )}
              {open.is === 'document' && open.verdict && <VerdictSaid verdict={open.verdict} />}
              {shown && (
                <OneDocument
                  key={shown.documentId}
                  line={shown}
                  printers={printers.filter(({ screen }) => !screen)}
                  acts={acts}
                  onChanged={changed}
                  onClose={close}
                />
              )}
            </Boundary>
          </Column>
        )}
      </main>
      <Notices dismiss={appWords.dismiss} inPlace />
    </div>
  )
}
