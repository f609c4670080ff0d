import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { useCap } from './keyboard.ts'
import style from './FunctionKeys.module.css'

export type FunctionKey = {
  /** « F2 », as the keyboard shows it. */
  readonly key: string
  /** What `useKeys` binds, when it is not the key's own name. */
  readonly code?: string
  readonly label: string
  /** What it would do here, or why it does not apply; one short line. */
  readonly detail?: string | undefined
  readonly onPress: () => void
  /** Its part of the bar's width, as pixels on the narrowest window: places don't move with what is said in them. */
  readonly share: number
  /** A key that does not apply stays at its place, in plain grey, without its cap. */
  readonly applies: boolean
  readonly primary?: boolean
}

/** Keys side by side that don't apply: on a narrow page their ends stand for all of them. */
type Run = { readonly first: string; readonly last: string }

/** The runs of two keys or more that don't apply and say nothing, by the key at which each begins. */
export function idleRuns(
  keys: readonly FunctionKey[],
): ReadonlyMap<string, Run & { readonly count: number }> {
  const runs = new Map<string, Run & { readonly count: number }>()
  let begun: string | null = null
  for (const { key, code, applies } of keys) {
    if (applies || code !== undefined) {
      begun = null
      continue
    }
    begun ??= key
    runs.set(begun, { first: begun, last: key, count: (runs.get(begun)?.count ?? 0) + 1 })
  }
  return new Map([...runs].filter(([, { count }]) => count > 1))
}

const IdleKey = ({ cap }: { readonly cap: string }) => {
  const shown = useCap(cap)
  return <b className={style.key}>{shown} </b>
}

/** The bar of keys: the same keys at the same places whatever happens. */
export function FunctionKeys({
  keys,
  label,
  range,
}: {
  readonly keys: readonly FunctionKey[]
  readonly label: string
  /** « F2 à F5 ». */
  readonly range: (first: string, last: string) => string
}) {
  const runs = idleRuns(keys)
  let left = 0
  return (
    <div className={style.room}>
      <div
        className={classes(style.bar, keys.every(({ code }) => code !== undefined) && style.wraps)}
        style={{ gridTemplateColumns: keys.map(({ share }) => `minmax(0, ${share}fr)`).join(' ') }}
        role="toolbar"
        aria-label={label}
      >
        {keys.flatMap(({ key, label: name, detail, onPress, applies, primary = false }) => {
          const run = runs.get(key)
          if (run) left = run.count
          const inRun = left > 0
          if (inRun) left -= 1
          return [
            ...(run
              ? [
                  <span key={`run ${key}`} aria-hidden className={style.run}>
                    {range(run.first, run.last)}
                  </span>,
                ]
              : []),
            <span key={key} className={classes(style.place, !applies && style.idle, inRun && style.inRun)}>
              <Button
                {...(applies ? { keyCap: key } : {})}
                isDisabled={!applies}
                kind={primary && applies ? 'primary' : 'plain'}
                onPress={onPress}
                aria-keyshortcuts={key.replace('Ctrl ', 'Control+').replace('Entrée', 'Enter')}
              >
                {!applies && <IdleKey cap={key} />}
                {name}
                {detail !== undefined && <small className={style.detail}>{detail}</small>}
              </Button>
            </span>,
          ]
        })}
      </div>
    </div>
  )
}
