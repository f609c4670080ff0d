import { useEffect, useRef } from 'react'
import type { VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import { endWords } from '../../shared/messages/visit/ends.fr.ts'
import { classes } from '../ui/classes.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import type { Counts } from './checklist.ts'
import type { EndChoice, OfferedEnds } from './ends.ts'
import style from './Ends.module.css'

/** One end: chosen by its figure, by the mouse, or by the arrows; Tab goes on to the date. */
type Chip = { readonly key: string; readonly title: string; readonly end: EndChoice | 'others' }

/** The ends in one line, the refusal apart; the focus follows the one that is chosen, so that Enter ends by it. */
export function EndChips({
  offered,
  others,
  chosen,
  counts,
  onChoose,
  onOthers,
  onConfirm,
}: {
  readonly offered: OfferedEnds
  /** The other ends are read in the place of the first ones. */
  readonly others: boolean
  readonly chosen: EndChoice
  readonly counts: Counts
  readonly onChoose: (end: EndChoice) => void
  readonly onOthers: () => void
  readonly onConfirm: () => void
}) {
  const titled = (end: VisitEnd) =>
    end === 'information' && counts.presented + counts.missing > 0
      ? endWords.leavesWithout
      : endWords.short[end]
  const isOther = chosen !== 'refusal' && !offered.first.includes(chosen)
  const chips: readonly Chip[] = others
    ? offered.others.map((end, at) => ({ key: String(at + 1), title: titled(end), end }))
    : [
        ...offered.first.map((end, at): Chip => ({ key: String(at + 1), title: titled(end), end })),
        {
          key: String(offered.first.length + 1),
          title: isOther ? endWords.short[chosen as VisitEnd] : endWords.other,
          end: 'others',
        },
        ...(offered.refuses ? [{ key: '4', title: endWords.refusal, end: 'refusal' } as const] : []),
      ]
  const isChosen = ({ end }: Chip) => end === chosen || (end === 'others' && isOther)
  const at = Math.max(0, chips.findIndex(isChosen))
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    group.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [chosen, others])
  const take = ({ end }: Chip) => (end === 'others' ? onOthers() : onChoose(end))
  const move = (step: number) => {
    const next = chips[(at + step + chips.length) % chips.length]
    if (next) take(next)
  }
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={others ? endWords.others : endWords.which}
      className={style.chips}
    >
      {chips.map((chip, index) => (
        <button
          key={chip.key}
          type="button"
          role="radio"
          aria-checked={isChosen(chip)}
          tabIndex={index === at ? 0 : -1}
          className={classes(
            style.chip,
            isChosen(chip) && style.chosen,
            chip.end === 'refusal' && style.refusal,
          )}
          onClick={() => take(chip)}
          onKeyDown={(event) => {
            const { key, repeat } = event
            if (key === 'ArrowRight' || key === 'ArrowDown') move(1)
            if (key === 'ArrowLeft' || key === 'ArrowUp') move(-1)
            // Enter ends by what is chosen, rather than choosing it again.
            if (key !== 'Enter') return
            event.preventDefault()
            if (!repeat) onConfirm()
          }}
        >
          <KeyCap>{chip.key}</KeyCap>
          {chip.title}
        </button>
      ))}
    </div>
  )
}
