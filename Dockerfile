# The app alone, as a user without rights; docs/deploying.md says how to run it.
FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 HOME=/tmp
WORKDIR /srv/corridor-atlas
COPY requirements.lock ./
RUN python -m pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock
COPY .streamlit ./.streamlit
COPY data ./data
COPY docs/icon.png ./docs/
COPY geo ./geo
COPY seeds ./seeds
COPY app.py ./
RUN python -m geo check
USER 10001:10001
# Within the container only: what reaches it is what `docker run --publish` lets in.
ENV STREAMLIT_SERVER_ADDRESS=0.0.0.0 STREAMLIT_SERVER_HEADLESS=true
EXPOSE 8501
HEALTHCHECK --start-period=30s --timeout=5s CMD ["python", "-c", \
  "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
ENTRYPOINT ["python", "-m", "streamlit", "run", "app.py"]
