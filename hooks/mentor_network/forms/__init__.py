"""The contribution form: its questions, the fields that it leaves out, and the controls of each question."""
