  .org 0
  ADD 3
  HLT
