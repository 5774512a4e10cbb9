# Read by deploy/images/build: layers, OCI layouts and provenance, written with tar, gzip, sha256sum and jq-free JSON.

sha() {
    sha256sum "$1" | cut -d' ' -f1
}

megabytes() {
    echo $(($(du -sb "$1" | cut -f1) / 1000000))
}

# A folder as a tar that holds nothing of the machine or the hour: names in order, one time, one owner.
pack() {
    tar --create --file "$2" --directory "$1" --format=posix --pax-option=delete=atime,delete=ctime,exthdr.name=%d/PaxHeaders/%f \
        --sort=name --mtime="$created" --owner=0 --group=0 --numeric-owner --hard-dereference .
}

# blob LAYOUT FILE: copies a file to where its digest says, and prints digest and size
blob() {
    local digest
    digest=$(sha "$2")
    cp "$2" "$1/blobs/sha256/$digest"
    printf '"digest":"sha256:%s","size":%s' "$digest" "$(stat -c %s "$2")"
}

# layout FOLDER NAME ENTRYPOINT TAR...
layout() {
    local folder=$1 name=$2 entrypoint=$3 diffs="" layers="" tar config manifest environment
    shift 3
    mkdir -p "$folder/blobs/sha256"
    for tar in "$@"; do
        # the layer that images share is compressed once
        [ -e "$tar.gz" ] || gzip -n -6 <"$tar" >"$tar.gz"
        [ -n "$diffs" ] || stat -c %s "$tar.gz" >"$(dirname "$folder")/runtime.size"
        diffs+="${diffs:+,}\"sha256:$(sha "$tar")\""
        layers+="${layers:+,}{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\",$(blob "$folder" "$tar.gz")}"
    done
    environment='"PATH=/opt/java/bin","JAVA_TOOL_OPTIONS=-XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError"'
    [ "$name" = rescoring ] || environment+=',"QUARKUS_HTTP_HOST=0.0.0.0","QUARKUS_HTTP_PORT=8080"'
    [ "$name" != model ] || environment+=',"FENTON_BUNDLE=/opt/fenton/bundles/zip-1","FENTON_HEADS=/opt/fenton/heads/lines-5"'
    config=$(mktemp)
    cat >"$config" <<END
{"created":"$created","architecture":"amd64","os":"linux","config":{"User":"10001:10001","WorkingDir":"/opt/fenton",
"Env":[$environment],"Entrypoint":$entrypoint,"Labels":{"org.opencontainers.image.title":"fenton-$name",
"org.opencontainers.image.version":"$version","org.opencontainers.image.licenses":"Apache-2.0",
"org.opencontainers.image.description":"Research use only."}},"rootfs":{"type":"layers","diff_ids":[$diffs]}}
END
    manifest=$(mktemp)
    cat >"$manifest" <<END
{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":
{"mediaType":"application/vnd.oci.image.config.v1+json",$(blob "$folder" "$config")},"layers":[$layers]}
END
    echo '{"imageLayoutVersion":"1.0.0"}' >"$folder/oci-layout"
    cat >"$folder/index.json" <<END
{"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json",$(blob "$folder" "$manifest"),
"annotations":{"org.opencontainers.image.ref.name":"$version"}}]}
END
    rm "$config" "$manifest"
}

# The digest of the image in a layout, as a registry will answer it.
digest_of() {
    tr -d '\n' <"$1/index.json" | sed 's/.*"digest":"\(sha256:[0-9a-f]*\)".*/\1/'
}

# provenance FOLDER NAME: an in-toto statement with a SLSA v1 predicate
provenance() {
    local materials="" library package packaged sum
    while IFS=$'\t' read -r library package packaged sum; do
        materials+=",
      {\"name\": \"$library\", \"uri\": \"pkg:deb/debian/$package@$packaged\", \"digest\": {\"sha256\": \"$sum\"}}"
    done <"$1/runtime.materials.tsv"
    cat <<END
{
  "_type": "https://in-toto.io/Statement/v1",
  "subject": [{"name": "fenton-$2", "digest": {"sha256": "$(digest_of "$1/$2" | cut -d: -f2)"}}],
  "predicateType": "https://slsa.dev/provenance/v1",
  "predicate": {
    "buildDefinition": {
      "buildType": "urn:fenton:deploy/images/build",
      "externalParameters": {"image": "$2", "version": "$version"},
      "internalParameters": {"jdk": "$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n '2s/.*build \(.*\))/\1/p')"},
      "resolvedDependencies": [
      {"name": "fenton", "digest": {"gitCommit": "$(git -C "$clone" rev-parse HEAD 2>/dev/null || echo unknown)"},
       "annotations": {"changed": $([ -z "$(git -C "$clone" status --porcelain 2>/dev/null | head -n 1)" ] && echo false || echo true)}}$materials
      ]
    },
    "runDetails": {"builder": {"id": "urn:fenton:deploy/images/build"}}
  }
}
END
}
