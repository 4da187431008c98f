"""The marks of `etude judge --stdin` as the reward of TRL's GRPOTrainer.

    python Scripts/grpo_reward.py ETUDE ROWS.jsonl.gz [OPTION OF ETUDE JUDGE ...]

takes two steps on a tiny, randomly initialized model, which shows that everything fits together and trains nothing.
"""

import json
import subprocess
import sys
import threading


class EtudeReward:
    """A reward function for datasets with the columns `prompt`, `skills` and `topic`, such as the rows of a release.

    The reward is the share of the criteria that are met, from 0 to 1; None, which TRL leaves out, where the judges could not say.
    With the option `--answer` only what a completion says after `Answer:` is judged, as rows with an explanation want it.
    """

    __name__ = "etude_reward"

    def __init__(self, etude="etude", options=()):
        command = [etude, "judge", "--stdin", "--quiet", *options]
        self.judge = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def __call__(self, completions, skills, topic, **columns):
        texts = [completion if isinstance(completion, str) else completion[-1]["content"] for completion in completions]
        lines = [json.dumps({"text": t, "skills": s, "topic": p}) for t, s, p in zip(texts, skills, topic)]
        # Replies come while requests still go out, and a pipe holds only so much.
        writer = threading.Thread(target=self._write, args=(lines,))
        writer.start()
        replies = [json.loads(self.judge.stdout.readline()) for _ in lines]
        writer.join()
        return [reply.get("score") for reply in replies]

    def _write(self, lines):
        for line in lines:
            self.judge.stdin.write(line + "\n")
        self.judge.stdin.flush()

    def close(self):
        self.judge.stdin.close()
        return self.judge.wait()


if __name__ == "__main__":
    import tempfile

    from datasets import load_dataset
    from tiny_model import tiny_model_and_tokenizer
    from trl import GRPOConfig, GRPOTrainer

    etude, rows, *options = sys.argv[1:]
    dataset = load_dataset("json", data_files=rows, split="train")
    model, tokenizer = tiny_model_and_tokenizer(dataset)
    reward = EtudeReward(etude, options)
    with tempfile.TemporaryDirectory() as output:
        trainer = GRPOTrainer(
            model=model,
            processing_class=tokenizer,
            reward_funcs=reward,
            train_dataset=dataset.select_columns(["prompt", "skills", "topic"]),
            args=GRPOConfig(
                output_dir=output, max_steps=2, per_device_train_batch_size=4, num_generations=4, max_completion_length=192,
                use_cpu=True, report_to=[], save_strategy="no", logging_steps=1,
            ),
        )
        trainer.train()
    texts = [dataset[0]["text"], "No.", ""]
    print("a row's text, another, none:", reward(texts, [dataset[0]["skills"]] * 3, [dataset[0]["topic"]] * 3))
    print("exit code of etude:", reward.close())
