import { runChecks } from './checks.ts'
import { nodeProgram, run } from './command.ts'
import { say } from './say.ts'
import { runMain } from './trouble.ts'

// Pure tests leave no core idle: a second program would only read the sources once more, and the checks hold the other core.
const tests = ['run', '--project', 'arch', '--project', 'unit', '--maxWorkers=1']

/** `npm run check`: what can be said in about a minute, before each commit. */
await runMain(async () => {
  let code = 0
  const { failed } = await runChecks({
    beside: async () => {
      ;({ code } = await run(...nodeProgram(['vitest', 'vitest.mjs'], tests), { output: 'show' }))
    },
  })
  const good = failed === 0 && code === 0
  say(good ? '\nTout va bien.' : '\nQuelque chose ne va pas (voir ci-dessus).')
  return good ? 0 : 1
})
