"""Records with new ids, for articles whose ids are taken."""

from dataclasses import replace

from annotator.model.values import Annotated, new_id


def with_new_ids(annotated: Annotated) -> Annotated:
    """Return a copy of the record with new ids for the document and its rows, except identities."""
    document = new_id()
    ids = {span.id: new_id() for span in annotated.spans}
    answers = {comment.id: new_id() for comment in annotated.comments}
    return replace(
        annotated,
        document=replace(annotated.document, id=document),
        spans=tuple(replace(span, id=ids[span.id], document=document) for span in annotated.spans),
        relations=tuple(
            replace(relation, id=new_id(), head=ids[relation.head], tail=ids.get(relation.tail, relation.tail))
            for relation in annotated.relations
        ),
        labels=tuple(replace(label, document=document) for label in annotated.labels),
        sentences=tuple(replace(sentence, document=document) for sentence in annotated.sentences),
        states=tuple(replace(state, document=document) for state in annotated.states),
        suggestions=tuple(replace(suggestion, id=new_id(), document=document) for suggestion in annotated.suggestions),
        comments=tuple(
            replace(
                comment,
                id=answers[comment.id],
                document=document,
                span=ids.get(comment.span or ""),
                reply_to=answers.get(comment.reply_to or "", comment.reply_to),
            )
            for comment in annotated.comments
        ),
    )
