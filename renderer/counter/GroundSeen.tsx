import { CircleAlert, Scale } from 'lucide-react'
import type { Proof } from '../../shared/contract/queue/rules.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { Status } from '../ui/Status.tsx'
import { Prose } from '../ui/Prose.tsx'
import type { CounterActs, Current } from './acts.ts'
import style from './Facts.module.css'

/**
 * Why this person came first, for who called alone. What the kiosk was told is to be seen: the card is, or it
 * is not and the person waits again at their rank; only before the visit begins.
 */
export function GroundSeen({
  current,
  acts,
}: {
  readonly current: Current
  readonly acts: Pick<CounterActs, 'setPriority'>
}) {
  const words = counterWords.line
  const { ticketId, ground: claimed } = current.ticket
  const toCheck = claimed?.proof === 'toShow' && current.startedAt === null
  const seen = (proof: Proof) => {
    if (claimed)
      void acts.setPriority({
        ticketId,
        priority: {
          groundId: claimed.ground.groundId,
          proof,
          ...(claimed.companion ? { companion: true } : {}),
        },
      })
  }
  const proofs = toCheck ? claimed.ground.proofs.filter(({ proof }) => proof !== 'toShow') : []
  const withdraw = () => void acts.setPriority({ ticketId, priority: null })
  useKeys({
    ...Object.fromEntries(proofs.map(({ proof }, at) => [`Digit${at + 1}`, () => seen(proof)])),
    ...(toCheck ? { [`Digit${proofs.length + 1}`]: withdraw } : {}),
  })
  if (claimed === null) return null
  const { ground, proof, companion } = claimed
  const proofTitle = ground.proofs.find((each) => each.proof === proof)?.title.fr ?? words.proofs[proof]
  return (
    <div className={style.ground}>
      <p className={style.groundLine}>
        <Scale aria-hidden size={20} />
        <span>{ground.title.fr}</span>
      </p>
      <p className={classes(style.small, proof === 'toShow' && style.toCheck)}>
        {proof === 'toShow' ? (
          <Status tone="attention" icon={<CircleAlert aria-hidden size={18} />}>
            {words.groundToCheck}
          </Status>
        ) : (
          proofTitle
        )}{' '}
        <span>
          {companion && `· ${words.groundCompanion} `}· <Prose>{ground.source}</Prose>
          {ground.toConfirm && <span className={style.confirm}>, {counterWords.toConfirm}</span>}
        </span>
      </p>
      {toCheck && (
        <div className={style.acts}>
          {proofs.map(({ proof: each }, at) => (
            <Button key={each} keyCap={String(at + 1)} onPress={() => seen(each)}>
              {words.proofs[each]}
            </Button>
          ))}
          <Button keyCap={String(proofs.length + 1)} onPress={withdraw}>
            {words.noCard}
          </Button>
        </div>
      )}
    </div>
  )
}
