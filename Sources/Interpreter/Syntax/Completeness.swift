/// Whether a text can run, needs more lines, or can never become a program.
package enum Completeness: Sendable { case complete, incomplete, broken }
