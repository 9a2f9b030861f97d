import { execFile } from 'node:child_process'

/**
 * Runs a program to its end and answers what it printed. Throws when it cannot be started or does not exit
 * with 0, with the last lines of its own complaint in the message.
 */
export async function run(program: string, args: string[], cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout)
      const complaint = stderr.trim().split('\n').slice(-3).join(' ') || error.message
      reject(new Error(`${program} ${args[0] ?? ''} failed: ${complaint}`, { cause: error }))
    })
  })
}
