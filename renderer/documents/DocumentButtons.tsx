import { useState } from 'react'
import type { PrinterId } from '../../shared/contract/ids.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Button } from '../ui/Button.tsx'
import { useSaysKeys } from '../ui/directKeys.ts'
import { Select } from '../ui/Select.tsx'
import { documentActKeys, type DocumentActName } from './acts.ts'
import style from './OneDocument.module.css'

/** A printer by its id, the usual one, or none. */
export type Where = PrinterId | 'usual' | 'screen'

export type Printers = readonly { readonly printerId: PrinterId; readonly name: string }[]

/** What is done with most papers stands at rest; the rest is folded, and its keys act all the same. */
const atRest: readonly DocumentActName[] = ['print', 'handOver']

/** The acts on a document: print, hand over and look in one row, so that the paper appears at once; the others behind it. */
export function DocumentButtons({
  possible,
  shown,
  isRead,
  isReasoned,
  isLaidOut,
  printers,
  where,
  onWhere,
  onBegin,
  onShow,
  onLayout,
  onTrace,
}: {
  readonly possible: readonly DocumentActName[]
  /** The act whose form is open. */
  readonly shown: DocumentActName | null
  /** Its paper is there to be looked at. */
  readonly isRead: boolean
  readonly isReasoned: boolean
  readonly isLaidOut: boolean
  readonly printers: Printers
  readonly where: Where
  readonly onWhere: (where: Where) => void
  readonly onBegin: (name: DocumentActName) => void
  readonly onShow: () => void
  readonly onLayout: () => void
  readonly onTrace: () => void
}) {
  const [unfolded, setUnfolded] = useState(false)
  const words = papers.acts
  const behind = possible.filter((name) => !atRest.includes(name))
  const whereTo = possible.length > 0 && printers.length > 0
  const folds = behind.length > 0 || isRead || isReasoned || whereTo
  useSaysKeys(
    unfolded || shown !== null
      ? []
      : [
          ...behind.map((name) => ({ key: documentActKeys[name].cap, does: words[name] })),
          ...(isRead ? [{ key: 'E', does: words.layout }] : []),
          ...(isReasoned ? [{ key: 'G', does: words.trace }] : []),
        ],
  )
  if (possible.length === 0 && !isRead && !isReasoned) return null
  const act = (name: DocumentActName) => (
    <Button
      key={name}
      size="dense"
      keyCap={documentActKeys[name].cap}
      selected={name === 'print' || name === 'duplicate' ? undefined : name === shown}
      onPress={() => onBegin(name)}
    >
      {name === 'print' && where === 'screen' ? words.toScreen : words[name]}
    </Button>
  )
  return (
    <div role="group" aria-label={papers.actsLabel} className={style.acts}>
      {possible.filter((name) => atRest.includes(name)).map(act)}
      {isRead && (
        <Button size="dense" keyCap="A" onPress={onShow}>
          {words.show}
        </Button>
      )}
      {folds && (
        <Button kind="quiet" size="dense" aria-expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
          {words.others}
        </Button>
      )}
      {unfolded && (
        <>
          {behind.map(act)}
          {isRead && (
            <Button size="dense" keyCap="E" aria-expanded={isLaidOut} onPress={onLayout}>
              {words.layout}
            </Button>
          )}
          {isReasoned && (
            <Button size="dense" keyCap="G" onPress={onTrace}>
              {words.trace}
            </Button>
          )}
          {whereTo && (
            <Select<Where>
              label={papers.printer}
              hidden
              value={where}
              options={[
                { value: 'usual', title: papers.usualPrinter },
                ...printers.map(({ printerId, name }) => ({ value: printerId, title: name })),
                { value: 'screen', title: papers.screen },
              ]}
              onChange={onWhere}
            />
          )}
        </>
      )}
    </div>
  )
}
