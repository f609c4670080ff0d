import { runChecks } from './checks.ts'
import { nodeProgram, run } from './command.ts'
import { say } from './say.ts'
import { runMain } from './trouble.ts'

/** `npm run check`: what can be said in less than a minute, before each commit. */
await runMain(async () => {
  const { failed } = await runChecks()
  const projects = ['--project', 'arch', '--project', 'unit']
  const { code } = await run(...nodeProgram(['vitest', 'vitest.mjs'], ['run', ...projects]), {
    output: 'show',
  })
  const good = failed === 0 && code === 0
  say(good ? '\nTout va bien.' : '\nQuelque chose ne va pas (voir ci-dessus).')
  return good ? 0 : 1
})
