import { ArrowLeft, Printer, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { useRead } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Check.tsx'
import { Column } from '../../ui/Column.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Status } from '../../ui/Status.tsx'
import { Beside } from './Beside.tsx'
import page from './Law.module.css'
import style from './Version.module.css'
import { Compared } from './History.tsx'
import { Rules } from './Rules.tsx'
import { placeOf, stateOf, toConfirmOnly, type VersionLine, type Whole } from './versions.ts'

const words = law.rules

/** One version whole: its parts at the left, its rules in sentences, what stands beside them at the right. */
export function VersionPage({
  line,
  today,
  onBack,
}: {
  readonly line: VersionLine
  readonly today: string
  readonly onBack: () => void
}) {
  const { procedureId, version, title, reviewBy, reviewOverdue, toConfirm } = line
  const { shown: whole, wrong } = useRead('law.procedure', { procedureId, version })
  const [isOnly, setOnly] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const state = stateOf(line, today)
  return (
    <div className={style.version}>
      <div className={style.versionHead}>
        <Button kind="quiet" size="dense" icon={<ArrowLeft aria-hidden size={18} />} onPress={onBack}>
          {words.back}
        </Button>
        <h2 ref={heading} tabIndex={-1} className={lettering.title}>
          {title.fr}
        </h2>
        <span>
          {words.version(version)}, {words.states[state].toLocaleLowerCase('fr')}{' '}
          {state === 'coming' ? words.comingFrom(line.validFrom) : words.dates(line.validFrom, line.validTo)}
        </span>
        <Status
          tone={toConfirm > 0 ? 'attention' : 'done'}
          icon={toConfirm > 0 ? <TriangleAlert aria-hidden size={18} /> : undefined}
        >
          {toConfirm > 0 ? words.toConfirmCount(toConfirm) : words.allConfirmed}
        </Status>
        <Status tone={reviewOverdue ? 'attention' : 'quiet'}>
          {reviewOverdue ? words.overdueSince(reviewBy) : words.reviewBefore(reviewBy)}
        </Status>
        <span className={style.headActs}>
          <Checkbox isSelected={isOnly} onChange={setOnly}>
            {words.onlyToConfirm}
          </Checkbox>
          <Button
            size="dense"
            icon={<Printer aria-hidden size={18} />}
            isDisabled={!whole}
            onPress={() => window.print()}
          >
            {words.print}
          </Button>
        </span>
      </div>
      {whole === null && wrong === null && <p className={page.reading}>{words.reading}</p>}
      {wrong !== null && <p className={lettering.wrong}>{wrong}</p>}
      {whole && <Columns whole={whole} line={line} isOnly={isOnly} />}
    </div>
  )
}

function Columns({
  whole,
  line,
  isOnly,
}: {
  readonly whole: Whole
  readonly line: VersionLine
  readonly isOnly: boolean
}) {
  const [before, setBefore] = useState<string | null>(null)
  const sections = isOnly ? toConfirmOnly(whole.sections) : whole.sections
  const go = (title: string) => {
    // Drawn at once: while versions are compared the rules are not there to go to.
    flushSync(() => setBefore(null))
    const place = document.getElementById(placeOf(title))
    place?.scrollIntoView({ block: 'start' })
    place?.focus({ preventScroll: true })
  }
  return (
    <div className={style.columns}>
      <nav aria-label={words.sections} className={style.parts}>
        {sections.map(({ title, sentences }) => {
          const left = sentences.filter((one) => one.toConfirm).length
          return (
            <button key={title} type="button" className={style.part} onClick={() => go(title)}>
              {title}
              {left > 0 && (
                <span className={lettering.attention} aria-label={words.toConfirmCount(left)}>
                  {left}
                </span>
              )}
            </button>
          )
        })}
      </nav>
      <Column label={words.sentences} className={style.sentences}>
        {/* One child whatever is shown: the column measures it to know whether it scrolls. */}
        <div>
          {before === null ? (
            <>
              {sections.length === 0 && <p>{words.nothingLeft}</p>}
              <Rules sections={sections} articles={whole.articles} />
            </>
          ) : (
            <Compared whole={whole} before={before} />
          )}
        </div>
      </Column>
      <Column label={words.beside} raised className={style.beside}>
        <Beside whole={whole} line={line} before={before} onBefore={setBefore} />
      </Column>
    </div>
  )
}
