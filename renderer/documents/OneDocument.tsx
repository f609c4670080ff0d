import { useEffect, useRef, useState } from 'react'
import { addresseeIn, type IssuedDocument } from '../../shared/contract/documents/issued.ts'
import { type PaperVariant } from '../../shared/contract/documents/papers.ts'
import type { Issued } from '../../shared/contract/documents/issuing.ts'
import { Language } from '../../shared/contract/text.ts'
import { titles } from '../../shared/messages/documents/titles.fr.ts'
import { languageNames } from '../../shared/messages/format/languageNames.fr.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { words as paperWords } from '../../shared/messages/documents/documents.fr.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { useOffice } from '../link/office.ts'
import { Choice } from '../ui/Choice.tsx'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeys } from '../ui/keys.ts'
import { say } from '../link/notices.ts'
import {
  actsOnDocument,
  type ActFormProps,
  documentActKeys,
  type DocumentActName,
  type DocumentActs,
  type Listed,
} from './acts.ts'
import { CancelDocument } from './CancelDocument.tsx'
import { CorrectDocument } from './CorrectDocument.tsx'
import { DocumentButtons, type Printers, type Where } from './DocumentButtons.tsx'
import { HandOverDocument } from './HandOverDocument.tsx'
import { DocumentSheet } from './Sheet.tsx'
import { DocumentState, when } from './state.tsx'
import { Prose } from '../ui/Prose.tsx'
import stack from '../ui/Stack.module.css'
import style from './OneDocument.module.css'

const chosen = (where: Where): ActFormProps['printerId'] =>
  where === 'usual' ? {} : { printerId: where === 'screen' ? null : where }

/** One document: what it is worth, what can be done on it, and its paper as it is printed. */
export function OneDocument({
  line,
  printers,
  acts,
  onChanged,
  onClose,
}: {
  readonly line: Listed
  readonly printers: Printers
  readonly acts: DocumentActs
  readonly onChanged: (issued: Issued | null) => void
  readonly onClose: () => void
}) {
  const { zone } = useOffice()
  const document = useDocument(line, acts)
  const [act, setAct] = useState<DocumentActName | null>(null)
  const [where, setWhere] = useState<Where>('usual')
  const [variant, setVariant] = useState<Variant>('usual')
  const [lang, setLang] = useState<Language>('fr')
  const [isWhole, setWhole] = useState(false)
  const [isLaidOut, setLaidOut] = useState(false)
  // Without a printer nothing can be printed: the paper is looked at.
  const possible = actsOnDocument(line).filter((name) => name !== 'print' || printers.length > 0)
  const shown = act !== null && possible.includes(act) ? act : null
  const heading = useRef<HTMLHeadingElement>(null)
  // The focus goes to the document when it opens, and again once an act on it is done or given up.
  useEffect(() => {
    if (shown === null) heading.current?.focus()
  }, [line.documentId, shown])
  const changed = (issued: Issued | null) => {
    setAct(null)
    onChanged(issued)
  }
  const show = () => setWhole(true)
  const toScreen = where === 'screen'
  const print = async () => {
    // Nothing is printed, and nothing is counted: the paper is looked at.
    if (toScreen) {
      say(papers.shownOnly, 'done')
      return show()
    }
    const result = await acts.print({
      documentId: line.documentId,
      ...(where === 'usual' || where === 'screen' ? {} : { printerId: where }),
      ...(variant === 'usual' ? {} : { variant }),
      ...(lang === 'fr' ? {} : { lang }),
    })
    if ('error' in result) return say(result.error.message)
    say(papers.printed(line.number, result.output.copy), 'done')
    changed(null)
  }
  const duplicate = async () => {
    const result = await acts.duplicate({ documentId: line.documentId, ...chosen(where) })
    if ('error' in result) return say(result.error.message)
    say(papers.duplicated(line.number, result.output.number), 'done')
    changed(result.output)
  }
  const trace = async () => {
    const what = { kind: 'trace', fileId: null, documentId: line.documentId } as const
    const result = await acts.issue({ what, ...chosen(where) })
    if ('error' in result) return say(result.error.message)
    say(papers.issued(titles.trace, result.output.number), 'done')
    changed(result.output)
  }
  const begin = (name: DocumentActName) => {
    // These two acts have no form: the key does them at once.
    if (name === 'print') return void print()
    if (name === 'duplicate') return void duplicate()
    setAct(name === shown ? null : name)
  }
  const reasoned = !line.erased && typeof document === 'object' && document.facts.rule !== null
  useKeys({
    ...Object.fromEntries(
      possible.map((name) => [documentActKeys[name].code, shown === null ? () => begin(name) : undefined]),
    ),
    KeyG: reasoned && shown === null ? () => void trace() : undefined,
    KeyA: typeof document === 'object' && shown === null ? show : undefined,
    KeyE: typeof document === 'object' && shown === null ? () => setLaidOut(!isLaidOut) : undefined,
    Escape: shown !== null ? undefined : isWhole ? () => setWhole(false) : onClose,
  })
  const form = {
    line,
    acts,
    printerId: chosen(where),
    onDone: changed,
    onCancel: () => setAct(null),
  }
  return (
    <article aria-label={line.number} className={stack.apart}>
      <header className={style.head}>
        <div className={style.names}>
          <h2 ref={heading} tabIndex={-1} className={lettering.heading}>
            {titles[line.kind]} <span className={style.number}>{line.number}</span>
          </h2>
          <p className={lettering.small}>{papers.issuedAt(when(line.issuedAt, zone))}</p>
        </div>
        <DocumentState line={line} zone={zone} />
        <Button kind="quiet" size="dense" keyCap="Échap" onPress={onClose}>
          {papers.close}
        </Button>
      </header>
      {line.erased && <p>{papers.erasedHelp}</p>}
      <DocumentButtons
        possible={possible}
        shown={shown}
        isRead={typeof document === 'object'}
        isReasoned={reasoned}
        isLaidOut={isLaidOut}
        printers={printers}
        where={where}
        onWhere={setWhere}
        onBegin={begin}
        onShow={show}
        onLayout={() => setLaidOut(!isLaidOut)}
        onTrace={() => void trace()}
      />
      {shown === 'handOver' && <HandOverDocument {...form} />}
      {shown === 'cancel' && <CancelDocument {...form} />}
      {shown === 'correct' && typeof document === 'object' && (
        <CorrectDocument {...form} facts={document.facts} />
      )}
      {typeof document === 'string' && (
        <p role="alert" className={lettering.stop}>
          {document}
        </p>
      )}
      {typeof document === 'object' && (
        <section aria-label={papers.preview.title} className={style.paper}>
          {isLaidOut && <Layout variant={variant} onVariant={setVariant} lang={lang} onLang={setLang} />}
          <div className={isWhole ? style.whole : undefined}>
            {isWhole && (
              <p className={style.leave}>
                <Button keyCap="Échap" autoFocus onPress={() => setWhole(false)}>
                  {papers.preview.leave}
                </Button>
              </p>
            )}
            <DocumentSheet document={document} variant={variant === 'usual' ? null : variant} lang={lang} />
          </div>
          <Whose document={document} />
        </section>
      )}
    </article>
  )
}

/** The document once it is read; the host's sentence when it can't be; undefined while it is being read. */
function useDocument(
  { documentId, erased }: Listed,
  acts: Pick<DocumentActs, 'get'>,
): IssuedDocument | string | undefined {
  const [read, setRead] = useState<{ readonly of: string; readonly is: IssuedDocument | string }>()
  useEffect(() => {
    if (erased) return
    let stale = false
    void acts.get({ documentId }).then((result) => {
      if (stale) return
      setRead({ of: documentId, is: 'error' in result ? result.error.message : result.output })
    })
    return () => {
      stale = true
    }
  }, [documentId, erased, acts])
  return read?.of === documentId ? read.is : undefined
}

/** Whom it names and what it is about. */
function Whose({ document: { facts, shortCode } }: { readonly document: IssuedDocument }) {
  const to = addresseeIn(facts)
  return (
    <p className={lettering.small}>
      <Prose>
        {[
          ...(to ? [papers.to([to.familyName, to.firstName].filter((name) => name !== null).join(' '))] : []),
          facts.label,
          ...(facts.saidLabel === undefined ? [] : [paperWords.saidLabel(facts.saidLabel)]),
          ...(facts.ticket === null ? [] : [papers.ticket(ticketNumber(facts.ticket))]),
          ...(facts.file ? [papers.file(facts.file)] : []),
          papers.shortCode(shortCode),
        ].join(' · ')}
      </Prose>
    </p>
  )
}

const variants = ['usual', 'large', 'plain'] as const
type Variant = 'usual' | PaperVariant

/** The paper, usual or in a variant for people who read with difficulty: the preview is what is printed. */
const Layout = ({
  variant,
  onVariant,
  lang,
  onLang,
}: {
  readonly variant: Variant
  readonly onVariant: (variant: Variant) => void
  readonly lang: Language
  readonly onLang: (lang: Language) => void
}) => (
  <div className={style.layout}>
    <Choice
      label={papers.preview.variant}
      value={variant}
      options={variants.map((value) => ({ value, title: papers.preview.variants[value] }))}
      onChange={onVariant}
    />
    <Select<Language>
      label={papers.preview.lang}
      value={lang}
      options={Language.options.map((value) => ({
        value,
        title: value === 'fr' ? papers.preview.frenchAlone : languageNames[value],
      }))}
      onChange={onLang}
    />
  </div>
)
