* Computes the table of units (expected*.csv) again from the responses and compares it: linearisation over all stages of the
* sample, with calibration residuals. For replicate weights see reproduce.R.
* Usage: do reproduce.do [folder]
* Written for Stata 15 or newer. It was never run: no Stata was at hand. The R script beside it is run in tests.
version 15
clear all
set varabbrev off // a name means itself only: "drop u" must not drop unit_code
set more off
local folder "`1'"
if "`folder'" == "" local folder "."
local suffix ""
capture confirm file "`folder'/responses-minh-hoa.csv"
if !_rc local suffix "-minh-hoa"

* Reads a file whose first column has a name that is known: where a byte order mark before it is taken for a part of the name, the
* column is named again. Names keep their capitals, and keys of digits stay texts.
capture program drop read_table
program read_table
    args path first texts
    import delimited "`path'", delimiters(",") varnames(1) case(preserve) encoding("utf-8") bindquote(strict) ///
        stringcols(`texts') asdouble clear
    unab all : _all
    gettoken got others : all
    if "`got'" != "`first'" rename `got' `first'
end

* The formula of each node: sum of coefficient * (satisfied of the items of a term) / (counted).
read_table "`folder'/nodes`suffix'.csv" node_code "1 2 5"
levelsof node_code, local(nodes) clean
foreach node of local nodes {
    levelsof term if node_code == "`node'", local(terms_`node') clean
    foreach term of local terms_`node' {
        levelsof item_code if node_code == "`node'" & term == `term', local(items_`node'_`term') clean
        summarize coefficient if node_code == "`node'" & term == `term', meanonly
        local factor_`node'_`term' = r(mean)
    }
}

* Sampled areas without a valid response count as sampled: they join as rows that are no response.
tempfile empty found
read_table "`folder'/clusters`suffix'.csv" restricted_key "1/5"
unab counts : stage*_sampled
local stages : word count `counts'
keep if stage`stages'_sampled == 0
generate byte is_response = 0
save `empty'
read_table "`folder'/responses`suffix'.csv" restricted_key "1/5"
generate byte is_response = 1
append using `empty', force
generate long person = _n
replace stage`stages'_population = max(stage`stages'_population, 1)
local design "stage1_id [pweight = final], strata(stratum_id) fpc(stage1_population) singleunit(certainty)"
forvalues stage = 2/`stages' {
    local id = cond(`stage' == `stages', "person", "stage`stage'_id")
    local design "`design' || `id', fpc(stage`stage'_population)"
}
capture confirm string variable calibrated_levels
if _rc tostring calibrated_levels, replace
split calibrated_levels, parse("|") generate(margin)
local margins "`r(varlist)'"
foreach margin of local margins {
    encode `margin', generate(code_`margin')
    local levels "`levels' i.code_`margin'"
}
levelsof unit_code if is_response, local(units) clean

postfile results str20 recipe_code str20 unit_code str40 node_code double(own_share own_se) using `found'
foreach recipe in plain design {
    capture confirm variable weight_`recipe'
    if _rc continue
    capture drop final before
    generate double final = cond(is_response, weight_`recipe', 1)
    generate double before = cond("`recipe'" == "design" & is_response, final / calibration_factor, final)
    svyset `design'
    foreach unit of local units {
        foreach node of local nodes {
            capture drop u
            generate double u = 0
            scalar share = 0
            foreach term of local terms_`node' {
                capture drop satisfied counted
                generate double satisfied = 0
                generate double counted = 0
                foreach item of local items_`node'_`term' {
                    replace satisfied = satisfied + cond(missing(top_`item'), 0, top_`item')
                    replace counted = counted + !missing(top_`item')
                }
                replace satisfied = satisfied * final
                summarize satisfied if unit_code == "`unit'" & is_response, meanonly
                scalar yes = r(sum)
                generate double weighted = counted * final
                summarize weighted if unit_code == "`unit'" & is_response, meanonly
                scalar all = r(sum)
                drop weighted
                scalar share = share + `factor_`node'_`term'' * yes / all
                replace u = u + `factor_`node'_`term'' * (satisfied / final - (yes / all) * counted) / all ///
                    if unit_code == "`unit'" & is_response
            }
            capture drop e
            generate double e = u
            if "`recipe'" == "design" {
                levelsof calibration_group if unit_code == "`unit'" & is_response, local(group) clean
                if "`group'" != "" {
                    capture drop own
                    regress u `levels' [pweight = before] if calibration_group == "`group'" & is_response
                    predict double own if e(sample), residuals
                    replace e = own if e(sample)
                }
            }
            svy, subpop(is_response): total e
            post results ("`recipe'") ("`unit'") ("`node'") (share) (_se[e])
        }
    }
}
postclose results

read_table "`folder'/expected`suffix'.csv" recipe_code "1/3"
keep if share_status == "ok" & share_se > 0
merge 1:1 recipe_code unit_code node_code using `found', keep(master match)
generate double off = max(abs(own_share - share), abs(own_se - share_se))
summarize off
assert _merge == 3
assert off < 1e-9
display "agrees"
