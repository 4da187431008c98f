/// The card of the small release.
enum DatasetCardGolden {
    static let text = #"""
        ---
        language:
        - "en"
        license: other
        pretty_name: "small"
        annotations_creators:
        - machine-generated
        language_creators:
        - machine-generated
        task_categories:
        - text-generation
        tags:
        - synthetic
        - skill-composition
        - skill-mix
        size_categories:
        - n<1K
        configs:
        - config_name: "default"
          default: true
          data_files:
          - split: "train"
            path:
            - "data/train-*.jsonl.gz"
          - split: "evaluation"
            path:
            - "data/evaluation-*.jsonl.gz"
        - config_name: "d1"
          data_files:
          - split: "train"
            path:
            - "data/train-00000-of-00004.jsonl.gz"
            - "data/train-00001-of-00004.jsonl.gz"
        - config_name: "d12"
          data_files:
          - split: "train"
            path:
            - "data/train-00000-of-00004.jsonl.gz"
            - "data/train-00001-of-00004.jsonl.gz"
            - "data/train-00002-of-00004.jsonl.gz"
            - "data/train-00003-of-00004.jsonl.gz"
        - config_name: "few"
          data_files:
          - split: "train"
            path:
            - "sets/few-00000-of-00003.jsonl.gz"
            - "sets/few-00001-of-00003.jsonl.gz"
            - "sets/few-00002-of-00003.jsonl.gz"
        dataset_info:
        - config_name: "default"
        \#(features)
        - config_name: "d1"
        \#(features)
        - config_name: "d12"
        \#(features)
        - config_name: "few"
        \#(features)
        ---

        # small

        Short texts for training and testing skill composition: each row names k language skills and a topic, and \#
        holds a text that shows all k skills at once, as judged by models. The method is that of SKILL-MIX (arXiv \#
        2310.17567) and of "Can Models Learn Skill Composition from Examples?" (arXiv 2409.19808). Release 1, \#
        digest `0123`.

        ## Rows

        | split | k = 1 | k = 2 | all |
        | --- | ---: | ---: | ---: |
        | train | 3 | 4 | 7 |
        | evaluation | 0 | 2 | 2 |

        Subsets:

        - `d1`: 3 rows of train, k = 1
        - `d12`: 7 rows of train, k = 1, 2
        - `few`: 5 rows of train, k = 1, 2

        ## How it was made

        Skills, topics and combinations were divided into what training may hold and what it may not before the \#
        first text was asked for. A teacher wrote each text, judges marked it on k + 3 criteria, and only texts \#
        that met all of them, name nothing of the other side and are near to no text kept before became rows. Every \#
        draft that did not is in `rejected/` with its reason.

        - teacher: builtin/teacher
        - judge: builtin/judge

        **The built-in teacher fills in patterns. Its texts are for trying out the program, not for training.**

        Made with etude 0.1.0.

        ## What is proved

        `etude verify` derives these again from the files alone:

        - No two rows share an id.

        ## What is measured

        Nothing beyond the counts above.

        ## What is not claimed

        - That the marks are right.

        ## Loading

        ```python
        from datasets import load_dataset

        rows = load_dataset("path/to/release", split="train")
        subset = load_dataset("path/to/release", "d1", split="train")
        ```

        With TRL the columns `prompt` and `completion` put the loss on the completion alone; with `messages` it \#
        falls on the user's turns too.

        ```python
        from trl import SFTTrainer

        SFTTrainer(model="your/model", train_dataset=rows.select_columns(["prompt", "completion"])).train()
        ```

        A split of requests only has empty lists in `completion` and `marks` and no text. It is for evaluation: no \#
        row with a text has one of its combinations.

        ## Terms

        The texts were written by the models named above. The terms of their providers may limit what the texts may \#
        be used for, training other models among it; read them before you train or publish. The names, definitions, \#
        sources and licences of skills and topics are in `catalog.jsonl`.

        """#

    private static let features = """
          features:
          - name: id
            dtype: string
          - name: release
            dtype: int64
          - name: split
            dtype: string
          - name: k
            dtype: int64
          - name: skills
            list: string
          - name: skill_names
            list: string
          - name: skill_categories
            list: string
          - name: topic
            dtype: string
          - name: messages
            list:
            - name: role
              dtype: string
            - name: content
              dtype: string
          - name: prompt
            list:
            - name: role
              dtype: string
            - name: content
              dtype: string
          - name: completion
            list:
            - name: role
              dtype: string
            - name: content
              dtype: string
          - name: text
            dtype: string
          - name: explanation
            dtype: string
          - name: marks
            list:
            - name: criterion
              dtype: string
            - name: mark
              dtype: string
            - name: votes
              struct:
              - name: pass
                dtype: int64
              - name: fail
                dtype: int64
              - name: unknown
                dtype: int64
          - name: teacher
            dtype: string
          - name: judges
            list: string
          - name: plan_index
            dtype: int64
          - name: seed
            dtype: string
          - name: prompt_sha256
            dtype: string
          - name: finish_reason
            dtype: string
        """
}
