"""The image and the cluster's manifest: nothing to write to, no root, no way out, and always two."""

import re

import pytest
import yaml

from screening.settings import ROOT

MANIFEST = (ROOT / "deploy" / "kubernetes.yaml").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def objects():
    return {each["kind"]: each for each in yaml.safe_load_all(MANIFEST)}


@pytest.fixture(scope="module")
def pod(objects):
    return objects["Deployment"]["spec"]["template"]["spec"]


@pytest.fixture(scope="module")
def container(pod):
    (only,) = pod["containers"]
    return only


def test_everything_is_in_one_namespace_under_one_name(objects):
    assert {each["metadata"]["name"] for each in objects.values()} == {"check-in"}
    assert {each["metadata"].get("namespace") for each in objects.values()} == {None, "check-in"}


def test_a_pod_is_nobody_and_can_write_nothing(pod, container):
    assert (pod["automountServiceAccountToken"], pod["enableServiceLinks"]) == (False, False)
    assert pod["securityContext"] == {
        "runAsNonRoot": True,
        "runAsUser": 65532,
        "runAsGroup": 65532,
        "seccompProfile": {"type": "RuntimeDefault"},
    }
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert "volumes" not in pod
    assert "volumeMounts" not in container
    assert container["resources"]["limits"]["memory"]


def test_the_keys_are_named_and_never_told(objects, container):
    assert "Secret" not in objects
    assert container["envFrom"] == [{"secretRef": {"name": "check-in"}}]
    assert not {"SCREENING_KEYS", "SCREENING_CSRF_KEY"} & {each["name"] for each in container["env"]}


def test_a_pod_is_asked_how_it_is_by_the_name_of_the_site(objects, container):
    origin = next(each["value"] for each in container["env"] if each["name"] == "SCREENING_ORIGIN")
    host = origin.removeprefix("https://")
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        asked = container[probe]["httpGet"]
        assert (asked["path"], asked["httpHeaders"]) == ("/healthz", [{"name": "Host", "value": host}])
    (rule,) = objects["Ingress"]["spec"]["rules"]
    assert (rule["host"], objects["Ingress"]["spec"]["tls"][0]["hosts"]) == (host, [host])


def test_no_change_leaves_fewer_pods_than_before(objects, pod):
    update = objects["Deployment"]["spec"]["strategy"]
    assert update == {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}}
    assert "replicas" not in objects["Deployment"]["spec"]
    assert objects["HorizontalPodAutoscaler"]["spec"]["minReplicas"] >= 2
    assert objects["PodDisruptionBudget"]["spec"]["maxUnavailable"] == 1
    waits = int(re.search(r"sleep\((\d+)\)", str(pod["containers"][0]["lifecycle"]["preStop"]))[1])
    graceful = int(re.search(r"graceful_timeout = (\d+)", (ROOT / "deploy/gunicorn.conf.py").read_text())[1])
    assert waits + graceful < pod["terminationGracePeriodSeconds"]


def test_every_selector_finds_the_pods(objects):
    labels = objects["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert objects["Service"]["spec"]["selector"] == labels
    for kind in ("Deployment", "PodDisruptionBudget"):
        assert objects[kind]["spec"]["selector"] == {"matchLabels": labels}


def test_nothing_leaves_a_pod_and_only_the_ingress_comes_in(objects):
    policy = objects["NetworkPolicy"]["spec"]
    assert (policy["podSelector"], policy["egress"]) == ({}, [])
    assert policy["policyTypes"] == ["Ingress", "Egress"]
    ((source,),) = (rule["from"] for rule in policy["ingress"])
    assert source.keys() == {"namespaceSelector"}


def test_the_ingress_writes_no_visit_down_and_has_the_limits_of_nginx(objects):
    notes = objects["Ingress"]["metadata"]["annotations"]
    nginx = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    assert 'access-log-off "true", error-log-level "crit"' in MANIFEST
    for name in ("client-max-body-size", "client-body-buffer-size", "proxy-buffer-size", "proxy-buffers"):
        assert f"{name.replace('-', '_')} {notes[f'nginx.org/{name}']};" in nginx
    assert notes["nginx.org/proxy-max-temp-file-size"] == "0"
    assert f"rate={notes['nginx.org/limit-req-rate']};" in nginx
    assert f"burst={notes['nginx.org/limit-req-burst']} nodelay;" in nginx


def test_the_image_installs_what_is_locked_and_runs_as_nobody():
    assert "--require-hashes --no-deps --only-binary :all: -r requirements-serve.txt" in DOCKERFILE
    assert re.search(r"^USER (\d+):\d+$", DOCKERFILE, re.MULTILINE)[1] == "65532"
    assert not re.search(r"^(CMD|ENTRYPOINT) [^\[]", DOCKERFILE, re.MULTILINE)


def test_the_image_asks_itself_how_it_is_as_a_program_that_compiles():
    code = re.search(r'HEALTHCHECK .* CMD \["\.venv/bin/python", "-c", "(.*)"\]', DOCKERFILE)[1]
    compile(code, "healthcheck", "exec")
    assert "/healthz" in code


def test_what_the_image_needs_is_let_in_and_nothing_else():
    let_in = re.findall(r"^!(.+)", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for name in let_in if not (ROOT / name).exists()} <= {"referrals.yaml"}
    assert {"app.py", "screening", "templates", "static", "education", "questions.yaml"} <= set(let_in)


def test_what_serving_needs_is_locked_in_the_versions_that_are_tested():
    locked = [
        set(re.findall(r"^([a-z0-9-]+==[\w.]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements-serve.txt", "requirements.txt")
    ]
    assert locked[0] < locked[1]
    assert not any(entry.startswith(("pytest", "hypothesis")) for entry in locked[0])
