/**
 * What each shell runs at the tabulator: it asks `avatar complete` what the last word may become, a line each with its
 * description behind a tabulator, and completes files where nothing is answered.
 */
export const COMPLETION_SCRIPTS = {
  bash: `# avatar: completion for bash; source it
_avatar() {
  local IFS=$'\\n'
  COMPREPLY=($(avatar complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -o default -F _avatar avatar
`,
  zsh: `#compdef avatar
# avatar: completion for zsh; source it after compinit
_avatar() {
  local -a found
  found=(\${(f)"$(avatar complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null | cut -f1)"})
  if (( \${#found} )); then compadd -a found; else _files; fi
}
compdef _avatar avatar
`,
  fish: `# avatar: completion for fish; save it as completions/avatar.fish
function __avatar_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l found (avatar complete -- $words[2..-1] 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c avatar -f -a '(__avatar_complete)'
`,
} as const;

export type Shell = keyof typeof COMPLETION_SCRIPTS;
