#!/bin/sh
# Does the last commit, a merge, change code? Succeeds if it changes anything that is not words: catalogues, pages, case studies.
! git diff --quiet HEAD^1 HEAD -- . ':!content' ':!case_studies' ':!opportunities' ':(exclude,glob)*.yaml' \
	':!published_addresses.txt'
