# Computes the table of units (expected*.csv) again from the responses, by R's survey package, and compares every number:
#   linearisation over all stages of the sample, with calibration residuals, and the exported replicates.
# Usage: Rscript reproduce.R [folder]   (needs the package survey; last line: "agrees" or what does not)
suppressPackageStartupMessages(library(survey))

args <- commandArgs(trailingOnly = TRUE)
folder <- if (length(args) > 0) args[1] else "."
read <- function(name, ...) {
  path <- list.files(folder, pattern = paste0("^", name, "(-.*)?\\.csv$"), full.names = TRUE)
  if (length(path) != 1) stop("There is not one file called ", name, " in ", folder, ".")
  read.csv(path, fileEncoding = "UTF-8-BOM", stringsAsFactors = FALSE, ...)
}
text <- c(unit_code = "character", stratum_id = "character", recipe_code = "character", calibrated_levels = "character")
responses <- read("responses", colClasses = text["unit_code"])
responses$stratum_id <- factor(responses$unit_code)
nodes <- read("nodes")
expected <- read("expected", colClasses = text[c("unit_code", "recipe_code")])
replicates <- read("replicates", colClasses = text["recipe_code"])
rep_columns <- grep("^rep_[0-9]+$", names(replicates), value = TRUE)

# Single units: nothing at their own stage. A unit whose only first-stage unit is alone has no error and is not compared.
options(survey.lonely.psu = "certainty", survey.ultimate.cluster = FALSE)

stages <- length(grep("^stage[0-9]+_sampled$", names(responses)))
areas <- paste0("stage", seq_len(stages - 1), "_id")
for (area in areas) responses[[area]] <- factor(responses[[area]])
responses$person <- factor(seq_len(nrow(responses)))
ids <- reformulate(c(areas, "person"))
fpc <- reformulate(paste0("stage", seq_len(stages), "_population"))
sampled <- paste0("stage", seq_len(stages), "_sampled")

# Answers: satisfied (0 where it does not count) and counted.
items <- unique(nodes$item_code)
satisfied <- paste0("satisfied_", items)
counted <- paste0("counted_", items)
for (i in seq_along(items)) {
  top <- responses[[paste0("top_", items[i])]]
  responses[[counted[i]]] <- as.numeric(!is.na(top))
  responses[[satisfied[i]]] <- ifelse(is.na(top), 0, top)
}

# Each node as an expression of totals: sum of coefficient * (satisfied of the items of a term) / (counted).
expression_of <- function(node) {
  own <- nodes[nodes$node_code == node, ]
  sums <- function(prefix, codes) paste0("(", paste0(prefix, codes, collapse = " + "), ")")
  terms <- vapply(split(own, own$term), function(term) {
    paste0(format(term$coefficient[1], digits = 17), " * ", sums("satisfied_", term$item_code), " / ", sums("counted_", term$item_code))
  }, "")
  parse(text = paste(terms, collapse = " + "))[[1]]
}
node_codes <- unique(nodes$node_code)
expressions <- setNames(lapply(node_codes, expression_of), node_codes)
# As svycontrast() does it, but derived once and not anew for every unit.
derivatives <- lapply(expressions, deriv, namevec = c(satisfied, counted))

# The design of responses that were calibrated together. Sampled units without a valid response count as sampled: their
# number is in the data, not among the rows. Weights are those of the file; the residuals of their calibration are taken
# as calibrate() takes them.
design_of <- function(rows, recipe) {
  rows$final <- rows[[paste0("weight_", recipe)]]
  design <- svydesign(ids = ids, strata = ~stratum_id, fpc = fpc, weights = ~final, data = rows)
  design$fpc$sampsize[] <- as.matrix(rows[, sampled])
  if (recipe != "design" || all(is.na(rows$calibration_group) | rows$calibration_group == "")) return(design)
  before <- rows$final / rows$calibration_factor
  levels <- as.data.frame(do.call(rbind, strsplit(rows$calibrated_levels, "|", fixed = TRUE)), stringsAsFactors = TRUE)
  levels <- levels[, vapply(levels, nlevels, 1L) > 1, drop = FALSE]
  margins <- model.matrix(if (ncol(levels) == 0) ~1 else ~., levels)
  if (rows$calibration_method[1] %in% c("raking", "linear")) {
    formula <- if (ncol(levels) == 0) ~1 else ~.
    again <- calibrate(svydesign(ids = ~1, weights = before, data = levels), formula, colSums(margins * rows$final),
      calfun = rows$calibration_method[1], epsilon = 1e-11, maxit = 200)
    if (max(abs(weights(again) / rows$final - 1)) > 1e-8) stop("The weights are not those that calibration gives.")
  }
  calibration <- list(qr = qr(margins * sqrt(before)), w = rows$calibration_factor * sqrt(before), stage = 0, index = NULL)
  class(calibration) <- c("greg_calibration", "gen_raking")
  design$postStrata <- list(calibration)
  design
}

by_replicates <- function(rows, recipe) {
  own <- replicates[replicates$recipe_code == recipe, ]
  cell <- if (recipe == "design") rows$calibration_cell else rep("", nrow(rows))
  own_cell <- if (recipe == "design") own$calibration_cell else rep("", nrow(own))
  at <- match(paste(rows$stage1_id, cell), paste(own$stage1_id, own_cell))
  if (anyNA(at)) stop("A response has no replicate weight.")
  weight <- rows[[paste0("weight_", recipe)]]
  before <- if (recipe == "design") weight / rows$calibration_factor else weight
  totals <- function(w) as.list(colSums(w * rows[, c(satisfied, counted)]))
  value <- function(w) vapply(expressions, eval, 0, envir = totals(w))
  centre <- value(weight)
  factors <- as.matrix(own[at, rep_columns])
  spread <- apply(factors, 2, function(f) value(before * f) - centre)
  sqrt(rowMeans(matrix(spread, nrow = length(centre))^2, na.rm = TRUE))
}

found <- list()
for (recipe in sort(unique(expected$recipe_code))) {
  together <- if (recipe == "design" && any(nzchar(responses$calibration_group) & !is.na(responses$calibration_group)))
    responses$calibration_group else responses$unit_code
  for (rows in split(responses, together)) {
    design <- design_of(rows, recipe)
    for (unit in unique(rows$unit_code)) {
      own <- subset(design, unit_code == unit)
      totals <- svytotal(reformulate(c(satisfied, counted)), own)
      values <- lapply(derivatives, eval, envir = as.list(coef(totals)))
      gradients <- do.call(rbind, lapply(values, attr, "gradient"))
      member <- rows[rows$unit_code == unit, ]
      df <- length(unique(member$stage1_id)) - 1
      share <- vapply(values, as.vector, 0)
      se <- sqrt(pmax(0, diag(gradients %*% vcov(totals) %*% t(gradients))))
      half <- qt(0.975, max(df, 1)) * se
      found[[length(found) + 1]] <- data.frame(recipe_code = recipe, unit_code = unit, node_code = node_codes, share = share,
        share_se = se, share_low = pmax(0, share - half), share_high = pmin(1, share + half),
        replicate_share_se = by_replicates(member, recipe))
    }
  }
}
found <- do.call(rbind, found)
key <- function(rows) paste(rows$recipe_code, rows$unit_code, rows$node_code)
shown <- expected[expected$share_status == "ok" & expected$share_se > 0, ]
own <- found[match(key(shown), key(found)), ]
columns <- c("share", "share_se", "share_low", "share_high", "replicate_share_se")
off <- vapply(columns, function(name) max(c(0, abs(own[[name]] - shown[[name]])), na.rm = TRUE), 0)
cat(sprintf("%d values of %d units; R %s, survey %s\n", nrow(shown), length(unique(shown$unit_code)),
  getRversion(), packageVersion("survey")))
cat(sprintf("largest difference of %s: %.1e\n", columns, off), sep = "")
missing <- vapply(columns, function(name) sum(is.na(own[[name]]) & !is.na(shown[[name]])), 0L)
if (nrow(shown) == 0 || any(missing > 0) || any(off > 1e-9)) {
  cat("does not agree\n")
  quit(status = 1)
}
cat("agrees: every value, error and interval to the ninth digit\n")
