import Testing

@testable import FlowFile

/// Every way to get a step wrong, with the exact words; a step begins in line 2, column 1.
@Suite("Mistakes in a step") struct StepMistakeTests {
    @Test(
        "of its keys are told",
        arguments: [
            (
                "'click'",
                "2:1 a list of steps takes objects such as { click: \"#save\" }, got the string 'click'"
            ),
            ("{ clik: '#a' }", "2:3 unknown action 'clik'; did you mean 'click'?"),
            ("{ navigate: '/' }", "2:3 unknown action 'navigate'; did you mean 'open'?"),
            ("{ click: '#a', foo: 1 }", "2:16 unknown key 'foo' in a step"),
            (
                "{ click: '#a', timeuot: '1s' }",
                "2:16 unknown key 'timeuot' in a step; did you mean 'timeout'?"
            ),
            ("{}", "2:1 this step does nothing: it has no action, no expect, no screenshot and no steps"),
            (
                "{ name: 'x', timeout: '1s' }",
                "2:1 this step does nothing: it has no action, no expect, no screenshot and no steps"
            ),
            (
                "{ click: '#a', fill: '#b', value: 'x' }",
                "2:16 a step has one action, this one has 'click' and 'fill'; make two steps of it"
            ),
            (
                "{ steps: [{ click: '#a' }], click: '#b' }",
                "2:29 a step has either steps or an action, this one has 'steps' and 'click'; make two steps of it"
            ),
            ("{ steps: [{ steps: [{ click: '#a' }] }] }", "2:13 a group cannot hold a group"),
            ("{ steps: [] }", "2:10 a group needs at least one step"),
            (
                "{ click: '#a', value: 'x' }",
                "2:16 'value' goes with 'fill', 'type', 'select', 'dialog'; this step has 'click'"
            ),
            (
                "{ expect: { visible: '#a' }, files: [] }",
                "2:30 'files' goes with 'upload'; this step has no action"
            ),
            ("{ click: '#a', timeout: 10 }", "2:25 timeout takes a time such as \"10s\", got the number 10"),
            (
                "{ click: '#a', timeout: '10' }",
                "2:25 timeout takes a time such as \"10s\", got '10'; add a unit: ms, s, m, h or d"
            ),
            ("{ click: '#a', timeout: 'soon' }", "2:25 timeout takes a time such as \"10s\", got 'soon'"),
            ("{ click: '#a', optional: 'yes' }", "2:26 optional takes true or false, got the string 'yes'"),
            (
                "{ click: '#a', soft: true, optional: true }",
                "2:16 a step is either optional (a failure is a note) or soft (a failure counts, and the flow goes on)"
            ),
            ("{ click: '#a', frame: [] }", "2:23 frame names no frame"),
            (
                "{ click: '#a', frame: { css: '#b', frame: '#c' } }",
                "2:36 a frame has no frame of its own; give the frame to the step or to a single target"
            ),
            (
                "{ click: '#a', screenshot: 1 }",
                "2:28 screenshot takes true, false, \"full\" or a target such as \"#chart\", got the number 1"
            ),
            (
                "{ click: '#a', screenshot: 'fulll' }",
                "2:28 screenshot takes true, false, \"full\" or a target, got 'fulll'; \"full\" is the whole page, true what is in view"
            ),
            (
                "{ click: '#a', screenshot: 'failures' }",
                "2:28 screenshot takes true, false, \"full\" or a target, got 'failures'; \"full\" is the whole page, true what is in view"
            ),
            (
                "{ click: '#a', screenshot: { ccs: '#b' } }",
                "2:30 unknown key 'ccs' in a target; did you mean 'css'?"
            ),
            (
                "{ click: '#a', screenshot: 'txt=Total' }",
                "2:28 unknown target prefix 'txt='; did you mean 'text='?"
            ),
            ("{ click: '#a', mask: [] }", "2:22 mask names no target"),
            ("{ click: '#a', mask: true }", "2:22 mask takes a target such as \"#save\", got true"),
            ("{ click: '#a', mask: [['#b']] }", "2:23 mask takes a target such as \"#save\", got a list"),
            ("{ click: '#a', maks: '#b' }", "2:16 unknown key 'maks' in a step; did you mean 'mask'?"),
            ("{ click: '#a', name: ' ' }", "2:22 name is empty"),
            ("{ click: '#a\\u0001' }", "2:10 a string cannot hold the control characters U+0001 and U+0002"),
        ]
    )
    func keys(step: String, told: String) {
        #expect(readingStep(step).told == [told])
    }

    @Test(
        "of its action are told",
        arguments: [
            ("{ open: 5 }", "2:9 open takes a URL such as \"/login\", got the number 5"),
            (
                "{ open: '/', status: 99 }",
                "2:22 status takes a whole number from 100 to 599, got the number 99"
            ),
            ("{ open: '/', status: [] }", "2:22 status names no HTTP status"),
            (
                "{ hover: '#a', status: 500 }",
                "2:16 'status' goes with actions that can load a document; this step has 'hover'"
            ),
            (
                "{ expect: { title: 'x' }, status: 500 }",
                "2:27 'status' goes with actions that can load a document; this step has no action"
            ),
            ("{ open: '/', status: '404' }", "2:22 status takes a number, got the string '404'"),
            ("{ fill: '#a' }", "2:3 'fill' needs 'value'; add value: \"…\""),
            ("{ fill: '#a', value: 3 }", "2:22 value takes a string, got the number 3"),
            ("{ press: 'Contrl+A' }", "2:10 unknown key 'Contrl'; did you mean 'control'?"),
            ("{ press: 'hello' }", "2:10 unknown key 'hello'; text is typed with 'type'"),
            (
                "{ press: 'A+B' }",
                "2:10 'A' is not held while another key is pressed; Control, Shift, Alt and Meta are"
            ),
            ("{ press: 'Control+' }", "2:10 a key is missing in 'Control+'"),
            (
                "{ select: '#a' }",
                "2:3 'select' needs an option; add option: \"its label\" or value: \"its value\""
            ),
            (
                "{ select: '#a', option: 'x', value: 'y' }",
                "2:30 'select' takes 'option' or 'value', not both"
            ),
            ("{ drag: '#a' }", "2:3 'drag' needs 'to'; add to: \"#place\""),
            ("{ upload: '#a' }", "2:3 'upload' needs 'files'; add files: [\"picture.png\"]"),
            (
                "{ upload: '#a', files: ['no.png'] }",
                "2:25 there is no file 'no.png'; files are looked for beside the file that names them"
            ),
            (
                "{ upload: '#a', files: ['/etc/passwd'] }",
                "2:25 '/etc/passwd' lies outside of the flow's folder and the current folder; \(outsideHelp)"
            ),
            (
                "{ open: 'file:///etc/passwd' }",
                "2:9 'file:///etc/passwd' lies outside of the flow's folder and the current folder; \(outsideHelp)"
            ),
            (
                "{ click: { css: 'a', hasText: '' } }",
                "2:31 hasText is empty"
            ),
            (
                "{ click: { hasText: 'x' } }",
                "2:10 a target needs one of css, xpath, text, role, label, placeholder, testid, link, id"
            ),
            ("{ expect: { script: 'return 1' } }", "2:13 'script' needs a comparison; add equals: true"),
            ("{ expect: { script: ' ', equals: 1 } }", "2:21 script holds no code"),
            ("{ expect: { text: '#a', equals: true } }", "2:33 equals takes a string, got true"),
            ("{ expect: { title: 'x', args: [1] } }", "2:25 'args' goes with 'script'"),
            (
                "{ expect: { script: 'return 1', matches: '(' } }",
                "2:42 '(' is not a valid regular expression: a '(' without its ')'; the syntax is JavaScript's, with the u flag"
            ),
            ("{ upload: '#a', files: [] }", "2:24 files names no file"),
            (
                "{ window: 'nwe' }",
                "2:11 window takes \"new\", \"main\", \"close\" or a number, got 'nwe'; did you mean 'new'?"
            ),
            ("{ window: -1 }", "2:11 window takes a whole number from 0, got the number -1"),
            ("{ dialog: 'ok' }", "2:11 dialog takes \"accept\" or \"dismiss\", got 'ok'"),
            ("{ dialog: 'dismiss', value: 'x' }", "2:22 a dialog that is dismissed takes no value"),
            (
                "{ dialog: 'accept', message: { contans: 'x' } }",
                "2:32 unknown key 'contans' in a comparison of message; did you mean 'contains'?"
            ),
            (
                "{ dialog: 'accept', message: { contains: 'x', endsWith: 'y' } }",
                "2:30 message takes one comparison"
            ),
            (
                "{ waitFor: '#a' }",
                "2:12 waitFor takes a condition such as { visible: \"#menu\" }, got the string '#a'"
            ),
            ("{ waitFor: [] }", "2:12 waitFor holds no condition"),
            ("{ script: ' ' }", "2:11 script holds no code"),
            ("{ script: 'x', args: 1 }", "2:22 args takes a list of values, got the number 1"),
            ("{ script: 'x', args: [NaN] }", "2:23 an argument takes a number, got the number NaN"),
            (
                "{ script: 'x', save: { a: 1 } }",
                "2:22 save beside script takes the name of a variable, got an object"
            ),
            (
                "{ script: 'return `${a}`' }",
                "2:20 the variable 'a' is not set; write '$${' for a literal '${'"
            ),
            (
                "{ save: 'A' }",
                "2:9 save takes variables such as { TOTAL: { text: \"#total\" } }, got the string 'A'"
            ),
            ("{ save: {} }", "2:9 save names no variable"),
            (
                "{ save: { A: { txt: '#a' } } }",
                "2:16 unknown key 'txt' in a saved value; did you mean 'text'?"
            ),
            (
                "{ save: { A: {} } }",
                "2:14 a saved value needs one of text, value, attribute, count, title, url"
            ),
            (
                "{ save: { A: { title: true, url: true } } }",
                "2:29 a saved value has one source, this one has 'title' and 'url'"
            ),
            ("{ save: { A: { attribute: '#a' } } }", "2:16 'attribute' needs 'name'; add name: \"href\""),
            (
                "{ save: { 'a-b': { title: true } } }",
                "2:11 'a-b' cannot name a variable; letters, digits and _ can, a digit not first"
            ),
            ("{ save: { A: { title: false } } }", "2:23 title takes true, got false"),
            ("{ pause: 5 }", "2:10 pause takes a time such as \"10s\", got the number 5"),
            ("{ reload: false }", "2:11 reload takes true, got false"),
        ]
    )
    func actions(step: String, told: String) {
        #expect(readingStep(step).told == [told])
    }

    @Test(
        "of its targets are told",
        arguments: [
            ("5", "2:10 click takes a target such as \"#save\", got the number 5"),
            ("''", "2:10 the target is empty"),
            ("'text='", "2:10 the target names no text"),
            ("'text=\"\"'", "2:10 the target names no text"),
            ("'txt=Foo'", "2:10 unknown target prefix 'txt='; did you mean 'text='?"),
            (
                "'foo=bar'",
                "2:10 unknown target prefix 'foo='; the prefixes are css= xpath= text= role= label= placeholder= testid= link= id="
            ),
            ("'//div'", "2:10 '//div' is not a valid CSS selector; an XPath begins with 'xpath='"),
            ("'role=buton'", "2:10 unknown role 'buton'; did you mean 'button'?"),
            (
                "'role=button[nam=x]'",
                "2:10 unknown 'nam' after a role; only its name can be given: [name=\"Log in\"]"
            ),
            (
                "'role=button x'",
                "2:10 'role=button x' is not a role; write role=button or role=button[name=\"Log in\"]"
            ),
            ("[]", "2:10 click has an empty list of targets"),
            ("['#a', ['#b']]", "2:17 alternatives cannot hold a list themselves"),
            (
                "['#a', { css: '#b', frame: '#c' }]",
                "2:30 one of several targets has no frame of its own; give the frame to the step or to a single target"
            ),
            (
                "{ css: '#a', text: 'b' }",
                "2:23 a target is found in one way, this one has 'css' and 'text'; alternatives are a list: [\"#a\", \"text=b\"]"
            ),
            (
                "{ within: '#a' }",
                "2:10 a target needs one of css, xpath, text, role, label, placeholder, testid, link, id"
            ),
            ("{ cs: '#a' }", "2:12 unknown key 'cs' in a target; did you mean 'css'?"),
            ("{ css: '#a', nth: -1 }", "2:28 nth takes a whole number from 0, got the number -1"),
            ("{ css: '#a', name: 'b' }", "2:23 'name' goes with 'role'"),
            ("{ role: 'button[name=a]', name: 'b' }", "2:36 the name of the role is given twice"),
            (
                "{ css: '#a', within: { css: '#b', frame: '#c' } }",
                "2:44 'within' has no frame of its own; give the frame to the step or to a single target"
            ),
        ]
    )
    func targets(target: String, told: String) {
        #expect(readingStep("{ click: \(target) }").told == [told])
    }

    @Test(
        "of its conditions are told",
        arguments: [
            ("'#a'", "2:11 expect takes a condition such as { visible: \"#menu\" }, got the string '#a'"),
            ("[]", "2:11 expect holds no condition"),
            ("{ visble: '#a' }", "2:13 unknown condition 'visble'; did you mean 'visible'?"),
            ("{ exists: '#a' }", "2:13 unknown condition 'exists'; did you mean 'present'?"),
            ("{ visible: '#a', nto: true }", "2:28 unknown key 'nto' in a condition; did you mean 'not'?"),
            (
                "{ as: 'x' }",
                "2:11 a condition needs one of visible, uncovered, hidden, present, absent, enabled, disabled, checked, unchecked, focused, text, value, attribute, count, title, url, script, status, header, cookie, json, jsonSchema, xpath, body, size, duration, dns, connect, tls, firstByte, transfer, httpVersion, redirects, certificate, effectiveURL, remoteAddress, reply, answer"
            ),
            (
                "{ visible: '#a', hidden: '#b' }",
                "2:28 a condition is of one kind, this one has 'visible' and 'hidden'; make two conditions of it"
            ),
            ("{ visible: '#a', contains: 'b' }", "2:28 'visible' is not compared with anything"),
            ("{ visible: '#a', not: 'yes' }", "2:33 not takes true or false, got the string 'yes'"),
            ("{ text: '#a' }", "2:13 'text' needs a comparison; add contains: \"…\""),
            (
                "{ text: { contains: 'x' } }",
                "2:21 'contains' does not belong into a target; a comparison stands beside it: { text: \"#total\", contains: \"…\" }"
            ),
            (
                "{ text: '#a', contains: '' }",
                "2:35 contains takes a text that is not empty: the empty one would always fit"
            ),
            (
                "{ text: '#a', matches: '(' }",
                "2:34 '(' is not a valid regular expression: a '(' without its ')'; the syntax is JavaScript's, with the u flag"
            ),
            ("{ text: '#a', atLeast: 'x' }", "2:34 atLeast takes a number, got the string 'x'"),
            (
                "{ text: '#a', name: 'x', equals: 'x' }",
                "2:25 'name' goes with 'attribute'; a name for people is given with 'as'"
            ),
            ("{ attribute: '#a', equals: 'x' }", "2:13 'attribute' needs 'name'; add name: \"href\""),
            ("{ count: 'li', atLeast: '3' }", "2:35 atLeast takes a number, got the string '3'"),
            ("{ count: 'li', atLeast: 1.5 }", "2:35 atLeast takes a whole number from 0, got the number 1.5"),
            ("{ count: 'li', atLeast: Infinity }", "2:35 atLeast takes a number, got the number Infinity"),
            ("{ count: 'li', contains: '3' }", "2:26 a count is compared with equals, atLeast or atMost"),
            (
                "{ count: 'li', atLeast: 1, atMost: 3, not: true }",
                "2:49 'not' needs a condition with one comparison"
            ),
            (
                "{ title: 'a', contains: 'b' }",
                "2:25 the comparison of 'title' stands in its value; write { title: { contains: \"…\" } }"
            ),
            (
                "{ title: 5 }",
                "2:20 title takes a string or a comparison such as { contains: \"…\" }, got the number 5"
            ),
            ("{ url: {} }", "2:18 url needs one of equals, contains, matches, startsWith, endsWith"),
            (
                "{ url: { atLeast: 1 } }",
                "2:20 unknown key 'atLeast' in a comparison of url; it takes equals, contains, matches, startsWith, endsWith"
            ),
        ]
    )
    func conditions(condition: String, told: String) {
        #expect(readingStep("{ expect: \(condition) }").told == [told])
    }

    @Test("include a pattern that only a page could match, for what is not compared in one")
    func patternOutsideThePage() {
        for kind in [
            "text: '#a', matches: '(?<=a)b'", "url: { matches: '(?<=a)b' }", "title: { matches: '[^]' }",
            "script: 'return 1', matches: '(?<=a)b'",
        ] {
            #expect(readingStep("{ expect: { \(kind) } }").told == [])
        }
        let message = readingStep("{ dialog: 'accept', message: { matches: '(?<=a)b' } }").told
        #expect(message.count == 1)
        #expect(
            message.first?.hasPrefix("2:41 the string '(?<=a)b' cannot be matched with message: ") ?? false
        )
    }
}
